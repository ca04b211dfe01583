import type { Scalar } from './query-tree.ts'
import type { TokenReader } from './token-reader.ts'

const comparisons = [
  '==',
  '=~',
  '!=',
  '!~',
  '<=',
  '>=',
  '<',
  '>',
  'has',
  '!has',
  'contains',
  '!contains',
  'contains_cs',
  '!contains_cs',
  'startswith',
  '!startswith',
  'endswith',
  '!endswith',
]
const memberships = ['in', 'in~', '!in', '!in~']

/** An expression as `where` and `extend` hold it: `or` binds least, then `and`, then comparisons, then `+` and `-`. */
export function parseScalar(reader: TokenReader): Scalar {
  let left = parseAnd(reader)
  while (reader.takeIf('or')) left = { kind: 'or', left, right: parseAnd(reader) }
  return left
}

function parseAnd(reader: TokenReader): Scalar {
  let left = parseComparison(reader)
  while (reader.takeIf('and')) left = { kind: 'and', left, right: parseComparison(reader) }
  return left
}

function parseComparison(reader: TokenReader): Scalar {
  const left = parseSum(reader)
  const membership = memberships.find((word) => reader.isNext(word))
  if (membership !== undefined) {
    reader.take()
    return {
      kind: 'in',
      negated: membership.startsWith('!'),
      ignoresCase: membership.endsWith('~'),
      of: left,
      list: parseList(reader),
    }
  }
  const operator = comparisons.find((word) => reader.isNext(word))
  if (operator === undefined) return left
  reader.take()
  return { kind: 'binary', operator, left, right: parseSum(reader) }
}

function parseSum(reader: TokenReader): Scalar {
  let left = parsePath(reader)
  for (;;) {
    const operator = ['+', '-', '*', '/'].find((sign) => reader.isNext(sign))
    if (operator === undefined) return left
    reader.take()
    left = { kind: 'binary', operator, left, right: parsePath(reader) }
  }
}

function parsePath(reader: TokenReader): Scalar {
  let value = parsePrimary(reader)
  for (;;) {
    if (reader.takeIf('.')) {
      value = { kind: 'path', of: value, at: reader.name() }
    } else if (reader.takeIf('[')) {
      const { kind, text } = reader.next
      if (kind !== 'string' && kind !== 'number') throw reader.failure()
      reader.take()
      reader.expect(']')
      value = { kind: 'path', of: value, at: kind === 'number' ? Number(text) : text }
    } else {
      return value
    }
  }
}

const constants: Record<string, boolean | null> = { true: true, false: false, null: null }

function parsePrimary(reader: TokenReader): Scalar {
  if (reader.takeIf('(')) {
    const inner = parseScalar(reader)
    reader.expect(')')
    return inner
  }
  const negative = reader.takeIf('-')
  const { kind, text } = reader.next
  if (kind === 'number') {
    reader.take()
    return { kind: 'literal', value: negative ? -Number(text) : Number(text) }
  }
  if (negative) throw reader.failure()
  if (kind === 'string') {
    reader.take()
    return { kind: 'literal', value: text }
  }
  const name = reader.name()
  if (reader.isNext('(')) return { kind: 'call', name: name.toLowerCase(), arguments: parseList(reader) }
  const constant = constants[name.toLowerCase()]
  return constant === undefined ? { kind: 'column', name } : { kind: 'literal', value: constant }
}

function parseList(reader: TokenReader): Scalar[] {
  reader.expect('(')
  const items: Scalar[] = []
  while (!reader.isNext(')')) {
    if (items.length > 0) reader.expect(',')
    items.push(parseScalar(reader))
  }
  reader.expect(')')
  return items
}
