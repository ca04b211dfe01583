import { refuse, type GraphRefusal } from '../core/refusal.ts'
import {
  comparisons,
  stringFunctions,
  type Comparison,
  type Filter,
  type Literal,
  type StringFunction,
} from './filter.ts'
import { tokensOf, type Token } from './filter-tokens.ts'
import { queryFaults } from './query-faults.ts'

/**
 * Reads a `$filter`: comparisons, `in`, `startsWith`, `endsWith`, `contains`, `any`, `all`, `/$count`, `not`, `and`,
 * `or` and parentheses. Throws a refusal in Graph's words. Which properties may be used is `checkFilter`'s concern.
 * https://learn.microsoft.com/graph/filter-query-parameter
 */
export function parseFilter(text: string): Filter {
  const reader = readerOf(text)
  const filter = readOr(reader, undefined)
  if (reader.peek() !== undefined) throw reader.wrong()
  return filter
}

interface Reader {
  peek: (ahead?: number) => string | undefined
  /** The next token, which has to be this word (any letter case) when one is given. */
  take: (word?: string) => Token
  wrong: () => GraphRefusal
  /** Counts one more node of the filter; refuses beyond OData's default limit, which also bounds how deep it nests. */
  node: () => void
}

/** https://learn.microsoft.com/odata/webapi-8/fundamentals/query-validation (MaxNodeCount) */
const mostNodes = 100

function readerOf(text: string): Reader {
  const tokens = tokensOf(text)
  let next = 0
  let nodes = 0
  const wrong = () =>
    refuse(queryFaults.badFilter(`Syntax error at position ${tokens[next]?.at ?? text.length} in '${text}'.`))
  return {
    wrong,
    node: () => {
      nodes += 1
      if (nodes > mostNodes) throw refuse(queryFaults.tooManyNodes(mostNodes))
    },
    peek: (ahead = 0) => {
      const token = tokens[next + ahead]
      return token?.kind === 'word' ? token.value.toLowerCase() : token && `'`
    },
    take: (word) => {
      const token = tokens[next]
      if (!token || (word !== undefined && (token.kind !== 'word' || token.value.toLowerCase() !== word)))
        throw wrong()
      next += 1
      return token
    },
  }
}

function readOr(reader: Reader, variable: string | undefined): Filter {
  let left = readAnd(reader, variable)
  while (reader.peek() === 'or') {
    reader.take()
    left = { kind: 'or', left, right: readAnd(reader, variable) }
  }
  return left
}

function readAnd(reader: Reader, variable: string | undefined): Filter {
  let left = readOne(reader, variable)
  while (reader.peek() === 'and') {
    reader.take()
    left = { kind: 'and', left, right: readOne(reader, variable) }
  }
  return left
}

function readOne(reader: Reader, variable: string | undefined): Filter {
  reader.node()
  if (reader.peek() === 'not') {
    reader.take()
    return { kind: 'not', of: readOne(reader, variable) }
  }
  if (reader.peek() === '(') {
    reader.take()
    const inner = readOr(reader, variable)
    reader.take(')')
    return inner
  }
  const name = stringFunctions.find((known) => known.toLowerCase() === reader.peek())
  return name && reader.peek(1) === '(' ? readCall(reader, name, variable) : readComparison(reader, variable)
}

function readCall(reader: Reader, name: StringFunction, variable: string | undefined): Filter {
  reader.take()
  reader.take('(')
  const path = readPath(reader, variable)
  reader.take(',')
  const value = readLiteral(reader)
  reader.take(')')
  return { kind: 'call', name, path, value }
}

function readComparison(reader: Reader, variable: string | undefined): Filter {
  const path = readPath(reader, variable)
  const last = path.at(-1)?.toLowerCase()
  if ((last === 'any' || last === 'all') && reader.peek() === '(') {
    return readLambda(reader, last, path.slice(0, -1))
  }
  const word = reader.peek()
  if (word === 'in') return readIn(reader, path)
  const operator = comparisons.find((known) => known === word)
  if (operator === undefined) {
    // A boolean property may stand alone.
    if (word === undefined || word === ')' || word === 'and' || word === 'or') return equals(path, 'eq', true)
    throw reader.wrong()
  }
  reader.take()
  const value = readLiteral(reader)
  return last === '$count'
    ? { kind: 'count', operator, path: path.slice(0, -1), value }
    : equals(path, operator, value)
}

function equals(path: string[], operator: Comparison, value: Literal): Filter {
  return { kind: 'compare', operator, path, value }
}

function readIn(reader: Reader, path: string[]): Filter {
  reader.take('in')
  reader.take('(')
  const values = [readLiteral(reader)]
  while (reader.peek() === ',') {
    reader.take()
    values.push(readLiteral(reader))
  }
  reader.take(')')
  return { kind: 'in', path, values }
}

function readLambda(reader: Reader, kind: 'any' | 'all', path: string[]): Filter {
  reader.take('(')
  if (reader.peek() === ')') {
    reader.take()
    return { kind, path, of: undefined }
  }
  const variable = reader.take().value
  reader.take(':')
  const of = readOr(reader, variable)
  reader.take(')')
  return { kind, path, of }
}

/** The lambda's own variable is left out: `f/issuer` becomes `['issuer']`, `s` alone `[]`. */
function readPath(reader: Reader, variable: string | undefined): string[] {
  const path = [readName(reader)]
  while (reader.peek() === '/') {
    reader.take()
    path.push(readName(reader))
  }
  return path[0] === variable ? path.slice(1) : path
}

function readName(reader: Reader): string {
  const token = reader.take()
  if (token.kind !== 'word' || !/^[$@A-Za-z_][\w.$@]*$/.test(token.value)) throw reader.wrong()
  return token.value
}

function readLiteral(reader: Reader): Literal {
  const token = reader.take()
  if (token.kind === 'text') return token.value
  const word = token.value
  if (word === 'null') return null
  if (word === 'true' || word === 'false') return word === 'true'
  if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word)
  if (
    /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(word) ||
    /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?$/i.test(word)
  )
    return word
  throw reader.wrong()
}
