import { readLabelledLines } from '../../paste/labelled-lines.ts'
import { hideSecrets } from '../../paste/secrets.ts'
import { errorFacts } from '../../tokens/error-facts.ts'
import { onOneLine, plainText } from '../claims/plain-text.ts'
import { codeOfMessage } from './message-shapes.ts'
import { furtherFacts } from '../../tokens/further-facts.ts'
import { type Quoted, quotedOf } from './quoted-values.ts'

/** An error text, taken apart. */
export interface Failure {
  /** Without the prefix AADSTS; each once, in their order. */
  readonly codes: readonly string[]
  readonly quoted: Quoted
  /** The text without what stood around it, on one line. */
  readonly line: string
}

/**
 * Takes any text apart, however it was wrapped, be it in the middle of a word; linear in its length. Tokens and secrets in
 * it go no further.
 */
export function readFailure(pasted: string): Failure {
  const { text } = hideSecrets(plainText(pasted))
  const line = onOneLine(text)
  const codes = codesOf(text, line)
  const quoted = quotedOf(text, readLabelledLines(text))
  const isCut = codes.length > 0 && Object.keys(quoted).length === 0
  return { codes, quoted: isCut ? quotedOf(text.replaceAll('\n', ''), {}) : quoted, line }
}

/** The numbers behind AADSTS, else those of `error_codes` and of sign-in logs, else what a known message stands for. */
function codesOf(text: string, line: string): readonly string[] {
  const named = Array.from(
    text.matchAll(/AADSTS[\s:#-]{0,3}(\d{4,8})(?:\s*\n\s*(\d{1,4})(?=:))?/gi),
    ([, code = '', rest]) =>
      rest !== undefined && isKnown(`${code}${rest}`) && !isKnown(code) ? `${code}${rest}` : code,
  )
  if (named.length > 0) return [...new Set(named)].slice(0, 5)
  const listed = Array.from(
    line.matchAll(
      /(?:error_?codes?|error codes?|failure code|error\?code)["']?\s?[:=[]\s?\[?["']?\s?(\d{5,8})\b/gi,
    ),
    ([, code = '']) => code,
  ).filter(isKnown)
  if (listed.length > 0) return [...new Set(listed)].slice(0, 5)
  const bare = /^\s?(\d{5,8})\s?$/.exec(line)?.[1]
  if (bare !== undefined && isKnown(bare)) return [bare]
  const meant = codeOfMessage(line)
  return meant === null ? [] : [meant]
}

export function isKnown(code: string): boolean {
  return Object.hasOwn(errorFacts, code) || Object.hasOwn(furtherFacts, code)
}
