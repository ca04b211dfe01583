import { readFileIfPresent } from '../kernel/files.ts'

/** What a run of the conformance suite recorded, one heading a part. */
export function cliSessionPart(path: string): string {
  const text = readFileIfPresent(path)
  if (text === undefined)
    return 'No session was recorded yet: `TRANSCRIPT=1` has the conformance suite record one.'
  return text
    .split(/^## /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [title = '', ...lines] = part.split('\n')
      return `### ${title.trim()}\n\n\`\`\`console\n${lines.join('\n').trim()}\n\`\`\``
    })
    .join('\n\n')
}
