import { FetchRefusedError } from './guarded-fetch-types.ts'

const deepest = 16
const mostMembers = 20_000

/**
 * A fetched text as JSON, counted before it is built: nested or filled beyond what such documents hold is refused, as are
 * texts with half of a surrogate pair. Throws FetchRefusedError.
 */
export function parseJson(text: string): unknown {
  if (isExcessive(text)) throw new FetchRefusedError('too-large')
  try {
    return JSON.parse(text, (key: string, value: unknown) => {
      if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) {
        throw new SyntaxError('Half of a surrogate pair')
      }
      return value
    })
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    // The parser's own message quotes the text, which is none of the log's business.
    throw new FetchRefusedError('content')
  }
}

/** One walk over the letters, which knows where a quoted text begins and ends. */
function isExcessive(text: string): boolean {
  let [depth, members, isQuoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '"') isQuoted = !isQuoted
    else if (isQuoted) at += letter === '\\' ? 1 : 0
    else if (letter === '{' || letter === '[') depth += 1
    else if (letter === '}' || letter === ']') depth -= 1
    else if (letter === ',') members += 1
    if (depth > deepest || members > mostMembers) return true
  }
  return false
}
