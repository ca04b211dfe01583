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
  return parseChain(reader, 'or', () => parseChain(reader, 'and', () => parseComparison(reader)))
}

function parseChain(reader: TokenReader, kind: 'and' | 'or', next: () => Scalar): Scalar {
  const first = next()
  const parts = [first]
  while (reader.takeIf(kind)) parts.push(next())
  return parts.length === 1 ? first : { kind, parts }
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
  const first = parsePath(reader)
  const rest: Extract<Scalar, { kind: 'sum' }>['rest'] = []
  for (;;) {
    const operator = ['+', '-', '*', '/'].find((sign) => reader.isNext(sign))
    if (operator === undefined) return rest.length === 0 ? first : { kind: 'sum', first, rest }
    reader.take()
    rest.push({ operator, value: parsePath(reader) })
  }
}

function parsePath(reader: TokenReader): Scalar {
  const of = parsePrimary(reader)
  const at: (string | number)[] = []
  for (;;) {
    if (reader.takeIf('.')) {
      at.push(reader.name())
    } else if (reader.takeIf('[')) {
      const { kind, text } = reader.next
      if (kind !== 'string' && kind !== 'number') throw reader.failure()
      reader.take()
      reader.expect(']')
      at.push(kind === 'number' ? Number(text) : text)
    } else {
      return at.length === 0 ? of : { kind: 'path', of, at }
    }
  }
}

const constants = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

function parsePrimary(reader: TokenReader): Scalar {
  if (reader.isNext('(')) return reader.inBrackets(() => parseScalar(reader))
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
  const constant = constants.get(name.toLowerCase())
  return constant === undefined ? { kind: 'column', name } : { kind: 'literal', value: constant }
}

function parseList(reader: TokenReader): Scalar[] {
  return reader.inBrackets(() => {
    const items: Scalar[] = []
    while (!reader.isNext(')')) {
      if (items.length > 0) reader.expect(',')
      items.push(parseScalar(reader))
    }
    return items
  })
}
