import type { NewRoleAssignment, TrustParent } from '@trustwright/shared-schemas'
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
  newSubscription: string
  /** `makeGroup`: the run makes it, as `groupName`. */
  newGroup: string
  groupName: string
  newLocation: string
  /** `id-deploy`: the new ones are `id-deploy-1`, `id-deploy-2`, … */
  stem: string
  /** Roles that each of the new ones gets. */
  access: NewRoleAssignment[]
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
  newSubscription: '',
  newGroup: '',
  groupName: '',
  newLocation: '',
  stem: '',
  access: [],
  order: 'fill',
}

/** No group of Azure's has such a name. */
export const makeGroup = '+'

/** The group that new identities lie in, made by the run or there before. */
export function groupOf({ newGroup, groupName }: Pick<BulkValues, 'newGroup' | 'groupName'>): string {
  return newGroup === makeGroup ? groupName.trim() : newGroup
}

export const mostNewIdentities = 500
