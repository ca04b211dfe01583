/** Letters of one case that are read: more than an error and a token need, few enough for a field. */
export const mostRead = 60_000
const around = { before: 400, after: 3000, token: 17_000 } as const

/** What an answer hangs on stands first: the room is given away in this order. */
const marks: readonly RegExp[] = [
  /AADSTS\d/g,
  /Federated token details|subject claim|assertion subject/gi,
  /\beyJ/g,
  /\berror\b/gi,
]

/**
 * The parts of a long log that name an error or hold a token, in their order; else its end, where tools write what went
 * wrong. A text that is short enough stays whole.
 */
export function excerptOf(text: string): string {
  if (text.length <= mostRead) return text
  const windows: { from: number; to: number }[] = []
  let left = mostRead
  for (const mark of marks) {
    for (const { index } of text.matchAll(mark)) {
      const isKnown = windows.some(({ from, to }) => index >= from && index < to)
      if (isKnown) continue
      const length = mark.source.includes('eyJ') ? around.token : around.after
      const [from, to] = [Math.max(0, index - around.before), Math.min(text.length, index + length)]
      if (to - from > left) break
      left -= to - from
      windows.push({ from, to })
      if (windows.length === 40) break
    }
  }
  if (windows.length === 0) return text.slice(-mostRead)
  return windows
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to }) => text.slice(from, to))
    .join('\n…\n')
    .slice(0, mostRead)
}

/** Whether a text without an error in it was meant as a token, so that its own fault is the answer. */
export function isMeantAsToken(text: string): boolean {
  const joined = text.trim().replace(/^bearer\s+/i, '')
  if (/^["']?eyJ|^<(?:\?xml|saml|\w*:?Assertion)|^PHNhbWw|^PD94bWw/i.test(joined)) return true
  return joined.length >= 24 && /^[\w.~+/=-]+$/.test(joined.replace(/\n/g, '')) && !/^https?:/i.test(joined)
}

const narrowest = 30

/** The text with the lines joined that a terminal or a picture broke at one width, in the middle of words. */
export function unwrapped(text: string): string {
  const lines = text.split(/\r?\n/)
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  if (width < narrowest) return text
  return lines
    .map((line, at) => (line.length === width && at < lines.length - 1 ? line : `${line}\n`))
    .join('')
    .trimEnd()
}
