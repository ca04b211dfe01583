/** A template expression as policy rules hold them. */
export type Expression =
  | { kind: 'literal'; value: string | number }
  | { kind: 'call'; name: string; arguments: Expression[] }
  | { kind: 'index'; of: Expression; at: Expression }

/** Calls and indexes inside each other, long before the stack ends. */
const deepest = 100

type Token = { kind: 'name' | 'sign'; text: string } | { kind: 'value'; value: string | number }

/**
 * Reads function calls, strings with doubled quotes, whole numbers and `[index]`. Undefined for anything else, and for
 * more than a hundred of them inside each other.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
 */
export function parseExpressionText(source: string): Expression | undefined {
  const tokens = tokenise(source)
  if (!tokens) return undefined
  const found = readExpression(tokens, 0, 1)
  return found && found.next === tokens.length ? found.expression : undefined
}

interface Read {
  expression: Expression
  next: number
}

function readExpression(tokens: readonly Token[], from: number, depth: number): Read | undefined {
  const token = tokens[from]
  if (!token || token.kind === 'sign' || depth > deepest) return undefined
  let read: Read | undefined =
    token.kind === 'value'
      ? { expression: { kind: 'literal', value: token.value }, next: from + 1 }
      : readCall(tokens, from, token.text, depth)
  for (let level = depth + 1; read && isSign(tokens[read.next], '['); level += 1) {
    const at = readExpression(tokens, read.next + 1, level)
    if (!at || !isSign(tokens[at.next], ']')) return undefined
    read = { expression: { kind: 'index', of: read.expression, at: at.expression }, next: at.next + 1 }
  }
  return read
}

function readCall(tokens: readonly Token[], from: number, name: string, depth: number): Read | undefined {
  if (!isSign(tokens[from + 1], '(')) return undefined
  const values: Expression[] = []
  let next = from + 2
  while (!isSign(tokens[next], ')')) {
    if (values.length > 0) {
      if (!isSign(tokens[next], ',')) return undefined
      next += 1
    }
    const read = readExpression(tokens, next, depth + 1)
    if (!read) return undefined
    values.push(read.expression)
    next = read.next
  }
  return { expression: { kind: 'call', name, arguments: values }, next: next + 1 }
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign
}

function tokenise(source: string): Token[] | undefined {
  const pattern = /\s*(?:([A-Za-z]\w*)|'((?:[^']|'')*)'|(-?\d+)|([()[\],]))/y
  const tokens: Token[] = []
  const end = source.trimEnd().length
  while (pattern.lastIndex < end) {
    const found = pattern.exec(source)
    if (!found) return undefined
    const [, name, quoted, digits, sign = ''] = found
    if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (quoted !== undefined) tokens.push({ kind: 'value', value: quoted.replaceAll("''", "'") })
    else if (digits !== undefined) tokens.push({ kind: 'value', value: Number(digits) })
    else tokens.push({ kind: 'sign', text: sign })
  }
  return tokens
}
