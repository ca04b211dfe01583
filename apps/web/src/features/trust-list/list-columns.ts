import type { SortColumn } from './sort-trusts.ts'

export const columnIds = [
  'trust',
  'issuer',
  'identity',
  'access',
  'used',
  'risk',
  'owner',
  'name',
  'place',
  'age',
  'proof',
] as const
export type ColumnId = (typeof columnIds)[number]

interface ColumnLook {
  readonly label: string
  /** What its head sorts by: a cell of two lines has two. */
  readonly sorts: readonly { readonly column: SortColumn; readonly label: string }[]
  /** Pixels; the first column takes what is left. */
  readonly width: number
}

export const columnLooks: Readonly<Record<ColumnId, ColumnLook>> = {
  trust: { label: 'Workload', sorts: [{ column: 'workload', label: 'Workload' }], width: 0 },
  issuer: { label: 'Issuer', sorts: [{ column: 'issuer', label: 'Issuer' }], width: 132 },
  identity: { label: 'Identity', sorts: [{ column: 'identity', label: 'Identity' }], width: 160 },
  access: { label: 'Access', sorts: [{ column: 'access', label: 'Access' }], width: 160 },
  used: { label: 'Last used', sorts: [{ column: 'used', label: 'Last used' }], width: 104 },
  risk: { label: 'Risk', sorts: [{ column: 'risk', label: 'Risk' }], width: 124 },
  owner: { label: 'Owner', sorts: [{ column: 'owner', label: 'Owner' }], width: 104 },
  name: { label: 'Name', sorts: [{ column: 'name', label: 'Name' }], width: 184 },
  place: {
    label: 'Place',
    sorts: [
      { column: 'group', label: 'Group' },
      { column: 'subscription', label: 'Subscription' },
    ],
    width: 208,
  },
  age: { label: 'Age', sorts: [{ column: 'age', label: 'Age' }], width: 124 },
  proof: { label: 'Proof', sorts: [{ column: 'proof', label: 'Proof' }], width: 140 },
}

export const defaultColumns: readonly ColumnId[] = [
  'trust',
  'issuer',
  'identity',
  'access',
  'used',
  'risk',
  'owner',
]

/** What gives way last where there is no room for all. */
const keptLongest: readonly ColumnId[] = [
  'trust',
  'risk',
  'access',
  'identity',
  'used',
  'owner',
  'issuer',
  'name',
  'place',
  'proof',
  'age',
]

/** Of the first column, and of the ticks before it. */
const leastTrustWidth = 280
const tickWidth = 44

/** `access,risk` of the address: in the order of the table, with the trust always first. */
export function readColumns(text: string | undefined): readonly ColumnId[] {
  const wanted = text?.split(',') ?? []
  const known = columnIds.filter((id) => id === 'trust' || wanted.includes(id))
  return text === undefined || text === '' ? defaultColumns : known
}

/** For the address; undefined for the default, which is left out. */
export function writeColumns(columns: readonly ColumnId[]): string | undefined {
  const text = columnIds.filter((id) => columns.includes(id)).join(',')
  return text === defaultColumns.join(',') ? undefined : text
}

/** Those of the columns that have room in so many pixels, in their order. What somebody asked for beside the first ones stays longest. */
export function fitColumns(columns: readonly ColumnId[], width: number): readonly ColumnId[] {
  let left = width - leastTrustWidth - tickWidth
  const fitting = new Set<ColumnId>(['trust'])
  const isExtra = (id: ColumnId) => !defaultColumns.includes(id)
  const order = [...keptLongest.filter(isExtra), ...keptLongest.filter((id) => !isExtra(id))]
  for (const id of order) {
    if (id === 'trust' || !columns.includes(id)) continue
    left -= columnLooks[id].width
    if (left < 0) break
    fitting.add(id)
  }
  return columns.filter((id) => fitting.has(id))
}
