import {
  NewRoleAssignment,
  emptyDraftBody,
  type DraftBody,
  type TrustParent,
} from '@trustwright/shared-schemas'
import Papa from 'papaparse'
import { counted } from '../../lib/words.ts'
import { emptyBulk, type BulkValues } from './bulk-form.ts'
import { splitPlaces, splitRepositories } from './matrix-rows.ts'
import { parseCells } from './read-table.ts'
import { columnMeanings } from './table-columns.ts'

/** Choices of the page that a draft keeps as they are, each a line of text. */
const choices = [
  'entity',
  'order',
  'askGithub',
  'unanswered',
  'newKind',
  'newCount',
  'newSubscription',
  'newGroup',
  'groupName',
  'newLocation',
  'stem',
] as const

/** What the server keeps of the page: the cells of a table, or the names of a matrix, and what was chosen beside them. */
export function bodyOfBulk(values: BulkValues, trusts: number): DraftBody {
  const fields = choices.flatMap((key) =>
    values[key] === emptyBulk[key] ? [] : [[fieldNameOf(key), values[key]] as const],
  )
  const columns = columnsText(values.chosen)
  return {
    ...emptyDraftBody,
    source: { kind: values.source },
    name: titleOf(values, trusts),
    fields: Object.fromEntries(columns === '' ? fields : [...fields, ['columns', columns]]),
    access: values.access,
    bulk: bulkOf(values),
  }
}

/** A name that says nothing about one workload, which a list of drafts would take for its title. */
function fieldNameOf(choice: (typeof choices)[number]): string {
  return choice === 'entity' ? 'runsFrom' : choice
}

function titleOf({ source }: BulkValues, trusts: number): string {
  const what = trusts === 0 ? 'Trusts' : counted(trusts, 'trust')
  return source === 'table' ? `${what} from a table` : `${what} for repositories`
}

function bulkOf(values: BulkValues): NonNullable<DraftBody['bulk']> {
  const parents = values.existing.map((parent) => ({ kind: 'existing' as const, parent }))
  if (values.source === 'matrix') {
    return {
      kind: 'matrix',
      repositories: [...splitRepositories(values.repositories)],
      environments: [...splitPlaces(values.places)],
      parents,
    }
  }
  const [columns = [], ...rows] = parseCells(values.text)
  const last = rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  return { kind: 'table', columns, rows: rows.slice(0, last + 1), parents }
}

/** The page as it was. What a newer or older portal wrote otherwise stays at its start. */
export function bulkOfBody({
  bulk,
  fields,
  access,
}: Pick<DraftBody, 'access' | 'bulk' | 'fields'>): BulkValues {
  if (bulk === null) return emptyBulk
  const kept = Object.fromEntries(
    choices.flatMap((key) => {
      const value = fields[fieldNameOf(key)]
      return value === undefined || !(allowed[key]?.includes(value) ?? true) ? [] : [[key, value]]
    }),
  )
  const existing = bulk.parents.flatMap((one): TrustParent[] => (one.kind === 'existing' ? [one.parent] : []))
  const values: BulkValues = {
    ...emptyBulk,
    ...kept,
    existing,
    source: bulk.kind,
    access: access.flatMap((role) => NewRoleAssignment.safeParse(role).data ?? []),
    chosen: chosenOf(fields['columns'] ?? ''),
  }
  if (bulk.kind === 'matrix') {
    return { ...values, repositories: bulk.repositories.join('\n'), places: bulk.environments.join('\n') }
  }
  return { ...values, text: Papa.unparse([bulk.columns, ...bulk.rows], { newline: '\n' }) }
}

const allowed: Partial<Record<(typeof choices)[number], readonly string[]>> = {
  entity: ['environment', 'branch'],
  order: ['fill', 'even'],
  askGithub: ['yes', 'no'],
  unanswered: ['names', 'out'],
  newKind: ['managedIdentity', 'application'],
}

/** `c0=repository,c3=`: columns whose meaning a person chose. */
function columnsText(chosen: BulkValues['chosen']): string {
  return Object.entries(chosen)
    .map(([key, meaning]) => `${key}=${meaning}`)
    .join(',')
}

function chosenOf(text: string): BulkValues['chosen'] {
  const pairs = text.split(',').flatMap((pair): [string, BulkValues['chosen'][string]][] => {
    const [key = '', meaning] = pair.split('=')
    const known = meaning === '' ? '' : columnMeanings.find((one) => one === meaning)
    return /^c\d+$/.test(key) && known !== undefined ? [[key, known]] : []
  })
  return Object.fromEntries(pairs)
}

/** True while there is nothing on the page that would be missed. */
export function isEmptyBulk({ repositories, places, text, existing }: BulkValues): boolean {
  return `${repositories}${places}${text}`.trim() === '' && existing.length === 0
}
