// Imported when a page first needs it: the reader of pastes brings a parser of YAML.
export { understandPaste } from '@trustwright/federation'
