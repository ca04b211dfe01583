import { useDeferredValue, useMemo } from 'react'
import { useCloud } from '../../components/use-cloud.ts'
import type { BulkValues } from './bulk-form.ts'
import type { CompiledRow } from './compile-row.ts'
import { repositoriesOf, withGithub } from './github-rows.ts'
import { matrixRows } from './matrix-rows.ts'
import { readTable, type Table } from './read-table.ts'
import { columnsProblem, guessColumns, type ColumnMap } from './table-columns.ts'
import { tableRows } from './table-rows.ts'
import { useCompiled } from './use-compiled.ts'
import { useGithubLook, type GithubLook } from './use-github-look.ts'
import { useUnderstand } from './use-understand.ts'

export interface BulkRows {
  readonly rows: readonly CompiledRow[]
  /** Heads of the columns, for the file of refused rows. */
  readonly columns: readonly string[]
  /** Null for a matrix, or where the file could not be read. */
  readonly table: Table | null
  readonly map: ColumnMap
  /** Why there are no rows; null while nothing is typed or all is well. */
  readonly problem: string | null
  /** True while the rows are those of what was typed a moment ago. */
  readonly isBehind: boolean
  readonly github: GithubLook
}

type Typed = Pick<
  BulkValues,
  'source' | 'repositories' | 'places' | 'entity' | 'text' | 'chosen' | 'askGithub' | 'unanswered'
>

/** Rows of what was typed, read again after every change, while typing goes on undisturbed. */
export function useRows(typed: Typed): BulkRows {
  const cloud = useCloud()
  const understand = useUnderstand(cloud)
  const source = useDeferredValue(typed.source)
  const repositories = useDeferredValue(typed.repositories)
  const places = useDeferredValue(typed.places)
  const entity = useDeferredValue(typed.entity)
  const text = useDeferredValue(typed.text)
  const chosen = useDeferredValue(typed.chosen)

  const read = useMemo(
    () => (source === 'table' && text.trim() !== '' ? readTable(text) : null),
    [source, text],
  )
  const map = useMemo(() => mapOf(read?.table ?? null, chosen), [read, chosen])
  const wanted = useMemo(() => {
    if (source === 'matrix') return matrixRows({ repositories, places, entity }, understand)
    const table = read?.table ?? null
    if (table === null) return { rows: [], problem: read?.problem ?? null }
    const problem = columnsProblem(map)
    return { rows: problem === null ? tableRows({ table, map, cloud, understand }) : [], problem }
  }, [source, repositories, places, entity, read, map, cloud, understand])
  const asked = useMemo(() => repositoriesOf(wanted.rows), [wanted])
  const github = useGithubLook(asked, typed.askGithub)
  const { answers } = github
  const { unanswered } = typed
  const told = useMemo(() => withGithub(wanted.rows, answers, unanswered), [wanted, answers, unanswered])
  const { rows, isBehind } = useCompiled(told, cloud)
  return {
    rows,
    columns: source === 'matrix' ? ['repository', entity] : (read?.table?.columns ?? []),
    table: read?.table ?? null,
    map,
    problem: wanted.problem,
    github,
    isBehind:
      isBehind || text !== typed.text || repositories !== typed.repositories || places !== typed.places,
  }
}

function mapOf(table: Table | null, chosen: BulkValues['chosen']): ColumnMap {
  if (table === null) return []
  const guessed = guessColumns(table.columns)
  return table.columns.map((_, index) => {
    const own = chosen[columnKey(index)]
    return own === undefined ? (guessed[index] ?? null) : own === '' ? null : own
  })
}

/** Heads may be empty or stand twice, so a column is told by its place. */
export function columnKey(index: number): string {
  return `c${index}`
}
