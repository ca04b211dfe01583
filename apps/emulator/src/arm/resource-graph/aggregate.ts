import { ownValue } from '../../kernel/own-value.ts'
import { evaluateScalar, type Row } from './evaluate-scalar.ts'
import { QueryError, unknownName } from './query-error.ts'
import type { Named, Scalar } from './query-tree.ts'
import { compare, isEmpty, isTrue, keyOfValue } from './values.ts'

type Aggregate = (values: unknown[], rows: readonly Row[]) => unknown

const aggregates: Record<string, Aggregate> = {
  count: (_, rows) => rows.length,
  countif: (values) => values.filter(isTrue).length,
  dcount: (values) => new Set(values.map(keyOfValue)).size,
  sum: (values) => values.reduce((total: number, value) => total + Number(value ?? 0), 0),
  min: (values) => values.filter((value) => !isEmpty(value)).toSorted(compare)[0] ?? null,
  max: (values) =>
    values
      .filter((value) => !isEmpty(value))
      .toSorted(compare)
      .at(-1) ?? null,
  make_list: (values) => values.filter((value) => value !== null),
  make_set: (values) => [...new Map(values.map((value) => [keyOfValue(value), value])).values()],
  any: (values) => values[0] ?? null,
  take_any: (values) => values[0] ?? null,
}

/** One row a group, in the order that groups are met; without `by`, one row in all. */
export function summarise(rows: readonly Row[], made: readonly Named[], by: readonly Named[]): Row[] {
  const groups = new Map<string, { keys: Row; rows: Row[] }>()
  if (by.length === 0) groups.set('', { keys: {}, rows: [] })
  for (const row of rows) {
    const keys = Object.fromEntries(by.map(({ name, value }) => [name, evaluateScalar(value, row)]))
    const key = JSON.stringify(Object.values(keys).map(keyOfValue))
    const group = groups.get(by.length === 0 ? '' : key) ?? { keys, rows: [] }
    group.rows.push(row)
    groups.set(by.length === 0 ? '' : key, group)
  }
  return [...groups.values()].map(({ keys, rows: members }) => ({
    ...keys,
    ...Object.fromEntries(made.map(({ name, value }) => [name, aggregateOf(value, members)])),
  }))
}

function aggregateOf(expression: Scalar, rows: readonly Row[]): unknown {
  if (expression.kind !== 'call') {
    throw new QueryError({
      code: 'InvalidQuery',
      message: 'summarize: an aggregation function was expected.',
    })
  }
  const run = ownValue(aggregates, expression.name)
  if (!run) throw unknownName('function', expression.name)
  const [argument] = expression.arguments
  const values = argument ? rows.map((row) => evaluateScalar(argument, row)) : []
  return run(values, rows)
}
