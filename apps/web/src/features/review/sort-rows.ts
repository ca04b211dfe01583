import type { ReviewRow } from '../../components/inventory/review-row.ts'

export const sortColumns = [
  'workload',
  'identity',
  'name',
  'issuer',
  'group',
  'subscription',
  'age',
  'proof',
] as const
export type SortColumn = (typeof sortColumns)[number]

export interface Sort {
  readonly column: SortColumn
  readonly down: boolean
}

export const defaultSort: Sort = { column: 'workload', down: false }

/** `-age` of the address; what names no column gives the default. */
export function readSort(text: string | undefined): Sort {
  const down = text?.startsWith('-') === true
  const column = sortColumns.find((known) => known === (down ? text.slice(1) : text))
  return column === undefined ? defaultSort : { column, down }
}

/** For the address; undefined for the default, which is left out. */
export function writeSort({ column, down }: Sort): string | undefined {
  if (column === defaultSort.column && down === defaultSort.down) return undefined
  return down ? `-${column}` : column
}

/** The other direction of the same column, or a new column upwards. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  return sort.column === column ? { column, down: !sort.down } : { column, down: false }
}

/** What a column sorts by. Moments are text in ISO 8601, so letters compare them rightly; unknown ones come last. */
export const sortValues: Record<SortColumn, (row: ReviewRow) => string> = {
  workload: ({ words }) => `${words.workload}\u0000${words.qualifier ?? ''}`.toLowerCase(),
  identity: ({ identityName }) => identityName.toLowerCase(),
  name: ({ trust }) => trust.name.toLowerCase(),
  issuer: ({ trust }) => trust.issuer.toLowerCase(),
  group: ({ resourceGroup }) => resourceGroup.toLowerCase(),
  subscription: ({ subscriptionName }) => subscriptionName.toLowerCase(),
  age: ({ trust }) => youngestFirst(trust.createdAt ?? trust.firstSeenAt),
  proof: ({ trust: { seen, matched, checked } }) => {
    const steps = [seen, matched, checked]
    const highest = steps.findIndex((step) => step !== null && step !== undefined)
    return `${highest === -1 ? steps.length : highest}${youngestFirst(steps[highest]?.at ?? null)}`
  },
}

/** A key that grows with age. */
function youngestFirst(at: string | null): string {
  if (at === null) return '~'
  return String(1e14 - Date.parse(at)).padStart(15, '0')
}
