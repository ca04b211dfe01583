import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { ReviewRow } from '../../components/inventory/review-row.ts'
import type { SortColumn } from './sort-rows.ts'

export const reviewFeatures = tableFeatures({ columnVisibilityFeature })
const helper = createColumnHelper<typeof reviewFeatures, ReviewRow>()

interface ColumnLook {
  /** What its head sorts by: a cell of two lines has two. */
  readonly sorts: readonly { readonly column: SortColumn; readonly label: string }[]
  /** CSS width; the first column takes what is left. */
  readonly width: string
}

export type ColumnId = 'trust' | 'name' | 'issuer' | 'place' | 'facts'

export const columnLooks: Readonly<Record<ColumnId, ColumnLook>> = {
  trust: {
    sorts: [
      { column: 'workload', label: 'Workload' },
      { column: 'identity', label: 'Identity' },
    ],
    width: 'auto',
  },
  name: { sorts: [{ column: 'name', label: 'Name' }], width: '184px' },
  issuer: { sorts: [{ column: 'issuer', label: 'Issuer' }], width: '144px' },
  place: {
    sorts: [
      { column: 'group', label: 'Group' },
      { column: 'subscription', label: 'Subscription' },
    ],
    width: '208px',
  },
  facts: {
    sorts: [
      { column: 'age', label: 'Age' },
      { column: 'proof', label: 'Proof' },
    ],
    width: '184px',
  },
}

/** Columns in their order; the table draws their cells, since those need the page's state. */
export const reviewColumns = helper.columns([
  helper.display({ id: 'trust' }),
  helper.display({ id: 'name' }),
  helper.display({ id: 'issuer' }),
  helper.display({ id: 'place' }),
  helper.display({ id: 'facts' }),
])
