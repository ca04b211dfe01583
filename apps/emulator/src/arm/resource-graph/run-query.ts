import { summarise } from './aggregate.ts'
import { evaluateScalar, type Row } from './evaluate-scalar.ts'
import { unknownName } from './query-error.ts'
import type { Named, Query, Sorting, Step } from './query-tree.ts'
import { compare, isTrue, keyOfValue } from './values.ts'

/** Rows with the columns they have; every row holds every column. */
export interface Table {
  columns: string[]
  rows: Row[]
}

export type FindTable = (name: string) => Table

/** Runs a query over the tables given. Throws `QueryError`. */
export function runQuery({ table, steps }: Query, find: FindTable): Table {
  return steps.reduce((before, step) => {
    if (before.rows.length > 0 || step.kind === 'summarize' || step.kind === 'count') {
      return apply(step, before, find)
    }
    return { columns: apply(step, withBlankRow(before), find).columns, rows: [] }
  }, find(table))
}

/** So that an unknown column is refused where there is no row to look for it in. */
function withBlankRow({ columns }: Table): Table {
  return { columns, rows: [Object.fromEntries(columns.map((name) => [name, null]))] }
}

function apply(step: Step, table: Table, find: FindTable): Table {
  const { columns, rows } = table
  switch (step.kind) {
    case 'where':
      return { columns, rows: rows.filter((row) => isTrue(evaluateScalar(step.condition, row))) }
    case 'project':
      return named(step.columns, table)
    case 'projectAway':
      return without(step.patterns, table)
    case 'extend':
      return step.columns.reduce((wider, column) => extend(column, wider), table)
    case 'summarize': {
      const made = [...step.by, ...step.aggregates].map(({ name }) => name)
      return { columns: made, rows: summarise(rows, step.aggregates, step.by) }
    }
    case 'count':
      return { columns: ['Count'], rows: [{ Count: rows.length }] }
    case 'sort':
      return { columns, rows: sorted(rows, step.by) }
    case 'top':
      return { columns, rows: sorted(rows, step.by).slice(0, step.count) }
    case 'take':
      return { columns, rows: rows.slice(0, step.count) }
    case 'distinct':
      return distinct(step.columns === 'all' ? table : named(step.columns, table))
    case 'join':
      return join(step, table, runQuery(step.right, find))
    case 'expand':
      break
  }
  return expand(step.column, table)
}

function named(columns: readonly Named[], { rows }: Table): Table {
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) =>
      Object.fromEntries(columns.map(({ name, value }) => [name, evaluateScalar(value, row)])),
    ),
  }
}

function without(patterns: readonly string[], { columns, rows }: Table): Table {
  const isAway = (column: string) =>
    patterns.some((pattern) =>
      pattern.endsWith('*') ? column.startsWith(pattern.slice(0, -1)) : column === pattern,
    )
  const kept = columns.filter((column) => !isAway(column))
  return { columns: kept, rows: rows.map((row) => Object.fromEntries(kept.map((name) => [name, row[name]]))) }
}

function extend({ name, value }: Named, { columns, rows }: Table): Table {
  return {
    columns: columns.includes(name) ? columns : [...columns, name],
    rows: rows.map((row) => ({ ...row, [name]: evaluateScalar(value, row) })),
  }
}

function sorted(rows: readonly Row[], by: readonly Sorting[]): Row[] {
  const keyed = rows.map((row) => ({ row, keys: by.map(({ value }) => evaluateScalar(value, row)) }))
  const ordered = keyed.toSorted((one, other) => {
    for (const [index, { descending }] of by.entries()) {
      const order = compare(one.keys[index], other.keys[index])
      if (order !== 0 && !Number.isNaN(order)) return descending ? -order : order
    }
    return 0
  })
  return ordered.map(({ row }) => row)
}

function distinct({ columns, rows }: Table): Table {
  const seen = new Map(rows.map((row) => [JSON.stringify(columns.map((name) => keyOfValue(row[name]))), row]))
  return { columns, rows: [...seen.values()] }
}

function join(step: Extract<Step, { kind: 'join' }>, left: Table, right: Table): Table {
  if (!left.columns.includes(step.leftKey)) throw unknownName('column', step.leftKey)
  if (!right.columns.includes(step.rightKey)) throw unknownName('column', step.rightKey)
  const renamed = right.columns.map((name) => ({ name, as: freeName(name, left.columns) }))
  const matches = Map.groupBy(right.rows, (row) => keyOfValue(row[step.rightKey]))
  const nothing = Object.fromEntries(renamed.map(({ as }) => [as, null]))
  const lefts =
    step.type === 'innerunique'
      ? [
          ...new Map(left.rows.toReversed().map((row) => [keyOfValue(row[step.leftKey]), row])).values(),
        ].toReversed()
      : left.rows
  const rows = lefts.flatMap((row) => {
    const found = matches.get(keyOfValue(row[step.leftKey])) ?? []
    if (found.length === 0) return step.type === 'leftouter' ? [{ ...row, ...nothing }] : []
    return found.map((match) => ({
      ...row,
      ...Object.fromEntries(renamed.map(({ name, as }) => [as, match[name]])),
    }))
  })
  return { columns: [...left.columns, ...renamed.map(({ as }) => as)], rows }
}

function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  let number = 1
  while (taken.includes(`${name}${number}`)) number += 1
  return `${name}${number}`
}

function expand(column: Named, table: Table): Table {
  const { columns, rows } = extend(column, table)
  return {
    columns,
    rows: rows.flatMap((row) => {
      const value = row[column.name]
      const items: unknown[] = Array.isArray(value) ? value : [value]
      return items.map((item) => ({ ...row, [column.name]: item }))
    }),
  }
}
