import { findingSeverities } from '@trustwright/shared-schemas'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import { sliceLength, type Slices } from '../../lib/slices.ts'
import { sortedPlaces } from '../../lib/sorted-places.ts'

export const sortColumns = [
  'workload',
  'identity',
  'name',
  'issuer',
  'access',
  'used',
  'risk',
  'owner',
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

/** Columns that begin with the worst or the newest: their first order is downwards. */
const worstFirst: readonly SortColumn[] = ['access', 'used', 'risk', 'age', 'proof']

/** Whether the largest stands first, as the arrow of a head and `aria-sort` tell it. */
export function isDescending({ column, down }: Sort): boolean {
  return worstFirst.includes(column) !== down
}

/** How each column is called where it is chosen to sort by. */
export const sortLabels: Readonly<Record<SortColumn, string>> = {
  workload: 'Workload',
  identity: 'Identity',
  name: 'Name',
  issuer: 'Issuer',
  access: 'Access, worst first',
  used: 'Last used, newest first',
  risk: 'Risk, worst first',
  owner: 'Owner',
  group: 'Group',
  subscription: 'Subscription',
  age: 'Age, youngest first',
  proof: 'Proof, highest first',
}

/** What a column sorts by. Moments are text in ISO 8601, so letters compare them rightly; unknown ones come last. */
export const sortValues: Record<SortColumn, (row: ListedTrust) => string> = {
  workload: ({ words }) => `${words.workload}\u0000${words.qualifier ?? ''}`.toLowerCase(),
  identity: ({ identityName }) => identityName.toLowerCase(),
  name: ({ trust }) => trust.name.toLowerCase(),
  issuer: ({ trust }) => trust.issuer.toLowerCase(),
  access: ({ access }) => {
    const [worst] = access?.opened ?? []
    if (worst === undefined) return access?.opened === null || access === null ? '~' : '9'
    return `${worst.rank}${worst.name.toLowerCase()}\u0000${worst.place.toLowerCase()}`
  },
  used: ({ use }) => (use === null ? '~' : use.at === null ? '}' : youngestFirst(use.at)),
  risk: ({ mark }) => {
    if (mark === undefined) return '~'
    if (mark === null) return '}'
    return `${findingSeverities.indexOf(mark.severity)}${String(99_999 - mark.count).padStart(5, '0')}`
  },
  owner: ({ owners }) => (owners === null ? '~' : (owners[0]?.toLowerCase() ?? '}')),
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

/** Places of the trusts in their new order, in slices. Keys are worked out once a row, not once a comparison. */
export function* orderOf(
  trusts: readonly ListedTrust[],
  { column, down }: Sort,
): Slices<Uint32Array<ArrayBuffer>> {
  const read = sortValues[column]
  const keys: string[] = []
  for (let at = 0; at < trusts.length; at += sliceLength) {
    yield
    for (const trust of trusts.slice(at, at + sliceLength)) keys.push(read(trust))
  }
  const sign = down ? -1 : 1
  return yield* sortedPlaces(trusts.length, (a, b) => {
    const [one = '', other = ''] = [keys[a], keys[b]]
    return one < other ? -sign : one > other ? sign : a - b
  })
}
