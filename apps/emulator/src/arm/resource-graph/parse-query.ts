import { ownValue } from '../../kernel/own-value.ts'
import { parseScalar } from './parse-scalar.ts'
import type { Named, Query, Scalar, Sorting, Step } from './query-tree.ts'
import { TokenReader } from './token-reader.ts'

/**
 * Reads a query: a table and the steps behind its bars. Where the first word is a step, the table is `resources`. Throws
 * `QueryError` for what the emulator's part of the language does not have.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/query-language
 */
export function parseQuery(source: string): Query {
  const reader = new TokenReader(source)
  const query = readQuery(reader)
  reader.takeIf(';')
  if (reader.next.kind !== 'end') throw reader.failure('<EOF>')
  return query
}

type ReadStep = (reader: TokenReader) => Step

const steps: Record<string, ReadStep> = {
  where: (reader) => ({ kind: 'where', condition: parseScalar(reader) }),
  filter: (reader) => ({ kind: 'where', condition: parseScalar(reader) }),
  project: (reader) => ({ kind: 'project', columns: namedList(reader) }),
  'project-away': (reader) => ({ kind: 'projectAway', patterns: patternList(reader) }),
  extend: (reader) => ({ kind: 'extend', columns: namedList(reader) }),
  summarize: readSummarize,
  count: () => ({ kind: 'count' }),
  sort: (reader) => ({ kind: 'sort', by: readSorting(reader) }),
  order: (reader) => ({ kind: 'sort', by: readSorting(reader) }),
  top: (reader) => ({ kind: 'top', count: reader.number(), by: readSorting(reader) }),
  take: (reader) => ({ kind: 'take', count: reader.number() }),
  limit: (reader) => ({ kind: 'take', count: reader.number() }),
  distinct: (reader) => ({ kind: 'distinct', columns: reader.takeIf('*') ? 'all' : namedList(reader) }),
  join: readJoin,
  'mv-expand': (reader) => ({ kind: 'expand', column: readNamed(reader, 0) }),
  mvexpand: (reader) => ({ kind: 'expand', column: readNamed(reader, 0) }),
}

function readQuery(reader: TokenReader): Query {
  const first = reader.next.text.toLowerCase()
  const found: Step[] = []
  let table = 'resources'
  if (Object.hasOwn(steps, first)) found.push(readStep(reader))
  else table = reader.name().toLowerCase()
  while (reader.takeIf('|')) found.push(readStep(reader))
  return { table, steps: found }
}

function readStep(reader: TokenReader): Step {
  const read = ownValue(steps, reader.next.text.toLowerCase())
  if (reader.next.kind !== 'name' || !read) throw reader.failure()
  reader.take()
  return read(reader)
}

function readSummarize(reader: TokenReader): Step {
  const aggregates = reader.isNext('by') ? [] : namedList(reader)
  return { kind: 'summarize', aggregates, by: reader.takeIf('by') ? namedList(reader) : [] }
}

function readSorting(reader: TokenReader): Sorting[] {
  reader.expect('by')
  const sorting: Sorting[] = []
  do {
    const value = parseScalar(reader)
    const ascending = reader.takeIf('asc')
    if (!ascending) reader.takeIf('desc')
    sorting.push({ value, descending: !ascending })
  } while (reader.takeIf(','))
  return sorting
}

function readJoin(reader: TokenReader): Step {
  let type: Extract<Step, { kind: 'join' }>['type'] = 'innerunique'
  if (reader.takeIf('kind')) {
    reader.expect('=')
    const known = (['inner', 'leftouter', 'innerunique'] as const).find((word) => reader.isNext(word))
    if (known === undefined) throw reader.failure()
    reader.take()
    type = known
  }
  const right = reader.inBrackets(() => readQuery(reader))
  reader.expect('on')
  const first = reader.name()
  if (first !== '$left' && first !== '$right') {
    return { kind: 'join', type, right, leftKey: first, rightKey: first }
  }
  reader.expect('.')
  const one = reader.name()
  reader.expect('==')
  reader.name()
  reader.expect('.')
  const other = reader.name()
  const isTurned = first === '$right'
  return { kind: 'join', type, right, leftKey: isTurned ? other : one, rightKey: isTurned ? one : other }
}

function namedList(reader: TokenReader): Named[] {
  const items: Named[] = []
  do items.push(readNamed(reader, items.length))
  while (reader.takeIf(','))
  return items
}

function readNamed(reader: TokenReader, index: number): Named {
  const value = parseScalar(reader)
  if (value.kind === 'column' && reader.takeIf('=')) {
    return { name: value.name, value: parseScalar(reader) }
  }
  return { name: nameOf(value) ?? `Column${index + 1}`, value }
}

/** The name that Kusto gives a column: a path's parts, an aggregate and what it is of. */
function nameOf(value: Scalar): string | undefined {
  if (value.kind === 'column') return value.name
  if (value.kind === 'path') {
    const of = nameOf(value.of)
    return of === undefined ? undefined : [of, ...value.at].join('_')
  }
  if (value.kind !== 'call') return undefined
  const [first] = value.arguments
  const aggregated = first ? (nameOf(first) ?? '') : ''
  if (value.name === 'count') return 'count_'
  return /^(dcount|sum|min|max|avg|make_list|make_set|countif)$/.test(value.name)
    ? `${value.name.replace('make_', '')}_${aggregated}`
    : undefined
}

function patternList(reader: TokenReader): string[] {
  const patterns: string[] = []
  do {
    let pattern = reader.takeIf('*') ? '*' : reader.name()
    if (reader.takeIf('*')) pattern += '*'
    patterns.push(pattern)
  } while (reader.takeIf(','))
  return patterns
}
