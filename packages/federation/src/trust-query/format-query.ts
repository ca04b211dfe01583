import { isQueryKey, type QueryTerm, type QueryValue, type QueryWord, type TrustQuery } from './query.ts'

/** The query as text: terms first. `parseTrustQuery` reads it back as it was. */
export function formatTrustQuery({ terms, words }: TrustQuery): string {
  return [...terms.map(termText), ...words.map(wordText)].join(' ')
}

function termText({ key, negated, values }: QueryTerm): string {
  return `${negated ? '-' : ''}${key}:${values.map(valueText).join(',')}`
}

/** What cannot stand unquoted is written as a whole value. */
function valueText({ text, exact }: QueryValue): string {
  return exact || text === '' || /[\s,"]/.test(text) ? quoted(text) : text
}

function wordText({ text, negated }: QueryWord): string {
  const colon = text.indexOf(':')
  const isTerm = colon >= 0 && isQueryKey(text.slice(0, colon).toLowerCase())
  const isPlain = !isTerm && text !== '' && !/[\s"]/.test(text) && !text.startsWith('-')
  return `${negated ? '-' : ''}${isPlain ? text : quoted(text)}`
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
