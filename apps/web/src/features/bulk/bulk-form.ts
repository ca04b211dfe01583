import type { TrustParent } from '@trustwright/shared-schemas'
import type { ColumnMeaning } from './table-columns.ts'
import type { SpreadOrder } from './spread-rows.ts'

/** The page as it is on the screen. */
export interface BulkValues {
  source: 'matrix' | 'table'
  repositories: string
  places: string
  entity: 'environment' | 'branch'
  /** The file, as text. */
  text: string
  /** Meaning of each column where the person chose one: `''` leaves it out. Absent: as guessed from its name. */
  chosen: Record<string, ColumnMeaning | ''>
  existing: TrustParent[]
  /** `''`: GitHub is asked where that is little. */
  askGithub: '' | 'yes' | 'no'
  /** What becomes of repositories that GitHub did not answer for. */
  unanswered: 'names' | 'out'
  /** What new ones are; none while `newCount` is 0. */
  newKind: TrustParent['kind']
  newCount: string
  subscriptionId: string
  resourceGroup: string
  location: string
  /** `id-deploy`: the new ones are `id-deploy-1`, `id-deploy-2`, … */
  stem: string
  order: SpreadOrder
}

export const emptyBulk: BulkValues = {
  source: 'matrix',
  repositories: '',
  places: '',
  entity: 'environment',
  text: '',
  chosen: {},
  existing: [],
  askGithub: '',
  unanswered: 'names',
  newKind: 'managedIdentity',
  newCount: '0',
  subscriptionId: '',
  resourceGroup: '',
  location: '',
  stem: '',
  order: 'fill',
}

export const mostNewIdentities = 500
