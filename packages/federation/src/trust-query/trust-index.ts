import { type Column, columnKeeper, type ColumnKeeper } from './column.ts'
import { type ColumnKey, columnKeys, rowReaders, type RowReaders } from './row-values.ts'
import type { TrustFacts } from './trust-facts.ts'

/** Rows made ready to be searched: worth keeping as long as the rows stay the same. */
export interface TrustIndex {
  readonly rows: readonly TrustFacts[]
  readonly columns: Readonly<Record<ColumnKey, Column>>
}

interface Numbering {
  readonly keepers: Readonly<Record<ColumnKey, ColumnKeeper>>
  readonly readers: RowReaders
}

/** What numbered the values of an index, so that the next one can go on from there. */
const numberings = new WeakMap<TrustIndex, Numbering>()

/** Rows between two pauses: about 2 ms of work. */
const sliceLength = 500

/** Values that no row has any more are forgotten once there are so many for each row. */
const mostNames = 40

/** All of it at once. */
export function indexTrusts(rows: readonly TrustFacts[]): TrustIndex {
  const work = indexSlices(rows)
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/** In slices, so that a page can live between them. Rows that stand in `before` at the same place cost nothing. */
export function* indexSlices(
  rows: readonly TrustFacts[],
  before?: TrustIndex,
): Generator<undefined, TrustIndex, undefined> {
  const base = before !== undefined && isWorthKeeping(before, rows.length) ? before : undefined
  const { keepers, readers } = (base === undefined ? undefined : numberings.get(base)) ?? newNumbering()
  const ofRow = everyColumn((key) => rowsFrom(base?.columns[key].ofRow, rows.length))
  for (let start = 0; start < rows.length; start += sliceLength) {
    const changed: number[] = []
    const end = Math.min(start + sliceLength, rows.length)
    for (let at = start; at < end; at += 1) if (rows[at] !== base?.rows[at]) changed.push(at)
    for (const key of columnKeys) number(rows, changed, ofRow[key], keepers[key], readers[key])
    yield
  }
  const index = {
    rows,
    columns: everyColumn((key) => {
      const { lowers, names, sets } = keepers[key]
      return { lowers, names, sets, ofRow: ofRow[key] }
    }),
  }
  numberings.set(index, { keepers, readers })
  return index
}

function number(
  rows: readonly TrustFacts[],
  places: readonly number[],
  ofRow: Uint32Array,
  { numberOf }: ColumnKeeper,
  read: RowReaders[ColumnKey],
): void {
  for (const at of places) {
    const row = rows[at]
    if (row !== undefined) ofRow[at] = numberOf(read(row))
  }
}

function newNumbering(): Numbering {
  return { keepers: everyColumn(() => columnKeeper()), readers: rowReaders() }
}

function isWorthKeeping({ columns }: TrustIndex, rows: number): boolean {
  return columnKeys.reduce((sum, key) => sum + columns[key].names.length, 0) < mostNames * (rows + 100)
}

function rowsFrom(before: Uint32Array | undefined, length: number): Uint32Array {
  const ofRow = new Uint32Array(length)
  if (before !== undefined) ofRow.set(before.subarray(0, length))
  return ofRow
}

function everyColumn<T>(make: (key: ColumnKey) => T): Record<ColumnKey, T> {
  // Every key is one of the list.
  return Object.fromEntries(columnKeys.map((key) => [key, make(key)])) as Record<ColumnKey, T>
}
