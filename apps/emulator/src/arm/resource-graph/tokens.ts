import { parserFailure } from './query-error.ts'

export interface Token {
  kind: 'name' | 'string' | 'number' | 'sign' | 'end'
  text: string
  at: number
}

const blank = /(?:\s|\/\/[^\n]*(?:\n|$))*/y
const pattern =
  /(?:(!(?:in~?|contains_cs|contains|has|startswith|endswith)(?![\w~])|in~)|([A-Za-z_$][\w$]*(?:-(?:away|expand|keep|rename|reorder)\b)?)|@?'((?:[^'\\]|\\.)*)'|@?"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|(==|!=|=~|!~|<=|>=|[<>=|()[\],.+\-*/;:]))/y

/**
 * Splits a query into names, texts, numbers and signs. Throws ParserFailure at what is none of these. Blanks are skipped
 * apart from the tokens: patterns that look for both go back over them, which takes seconds for a long query.
 */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = []
  let at = skipBlank(source, 0)
  while (at < source.length) {
    pattern.lastIndex = at
    const found = pattern.exec(source)
    if (!found) throw parserFailure(source, at, source.slice(at, at + 20).trimEnd())
    tokens.push(tokenOf(found))
    at = skipBlank(source, pattern.lastIndex)
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: source.length }]
}

/** Where the next token begins, behind spaces and comments. */
function skipBlank(source: string, from: number): number {
  blank.lastIndex = from
  blank.test(source)
  return blank.lastIndex
}

function tokenOf(found: RegExpExecArray): Token {
  const [whole, operator, name, single, double, digits, sign = ''] = found
  const at = found.index + whole.length
  const quoted = single ?? double
  if (operator !== undefined) return { kind: 'sign', text: operator, at: at - operator.length }
  if (name !== undefined) return { kind: 'name', text: name, at: at - name.length }
  if (quoted !== undefined) {
    return { kind: 'string', text: quoted.replaceAll(/\\(.)/g, '$1'), at: at - quoted.length - 2 }
  }
  if (digits !== undefined) return { kind: 'number', text: digits, at: at - digits.length }
  return { kind: 'sign', text: sign, at: at - sign.length }
}
