import type { RoleDefinition } from '../ports.ts'
import { carriesAction } from './permissions.ts'

/** Whether a role lets its holder do everything, or give roles away. Read from its actions, so that custom roles count as well. */
export function isOwnerLike({ permissions }: Pick<RoleDefinition, 'permissions'>): boolean {
  return (
    permissions.some(({ actions }) => actions.includes('*')) ||
    carriesAction(permissions, 'Microsoft.Authorization/roleAssignments/write')
  )
}
