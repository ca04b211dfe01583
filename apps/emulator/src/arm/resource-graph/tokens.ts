import { parserFailure } from './query-error.ts'

export interface Token {
  kind: 'name' | 'string' | 'number' | 'sign' | 'end'
  text: string
  at: number
}

const pattern =
  /(?:\s|\/\/[^\n]*)*(?:(!(?:in~?|contains_cs|contains|has|startswith|endswith)(?![\w~])|in~)|([A-Za-z_$][\w$]*(?:-(?:away|expand|keep|rename|reorder)\b)?)|@?'((?:[^'\\]|\\.)*)'|@?"((?:[^"\\]|\\.)*)"|(\d+(?:\.\d+)?)|(==|!=|=~|!~|<=|>=|[<>=|()[\],.+\-*/;:]))/y

/** Splits a query into names, texts, numbers and signs. Throws ParserFailure at what is none of these. */
export function tokenise(source: string): Token[] {
  const tokens: Token[] = []
  const reader = new RegExp(pattern)
  const end = source.replace(/(?:\s|\/\/[^\n]*)*$/, '').length
  while (reader.lastIndex < end) {
    const from = reader.lastIndex
    const found = reader.exec(source)
    if (!found) throw parserFailure(source, from, source.slice(from).trim().slice(0, 20))
    tokens.push(tokenOf(found))
  }
  return [...tokens, { kind: 'end', text: '<EOF>', at: source.length }]
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
