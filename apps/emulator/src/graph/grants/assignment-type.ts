import type { AppRoleAssignment } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { entityType } from '../core/entity-type.ts'
import { instant } from '../core/instant.ts'
import { displayNameOf, findPrincipal } from '../service-principals/principals.ts'

/** https://learn.microsoft.com/graph/api/resources/approleassignment */
export const assignmentType = entityType<AppRoleAssignment>(
  {
    name: 'appRoleAssignment',
    resource: 'AppRoleAssignment',
    properties: [
      'id',
      'deletedDateTime',
      'appRoleId',
      'createdDateTime',
      'principalDisplayName',
      'principalId',
      'principalType',
      'resourceDisplayName',
      'resourceId',
    ],
    filters: { principalId: 'eq', resourceId: 'eq', appRoleId: 'eq' },
    order: [],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  {
    id: ({ id }) => id,
    json: ({ id, appRoleId, principalId, principalType, resourceId, createdAt }, { world }) => ({
      id,
      deletedDateTime: null,
      appRoleId,
      createdDateTime: instant(createdAt),
      principalDisplayName: nameOf(world, principalId),
      principalId,
      principalType,
      resourceDisplayName: nameOf(world, resourceId),
      resourceId,
    }),
  },
)

function nameOf(world: World, id: string): string | null {
  const principal = findPrincipal(world, id)
  if (principal) return displayNameOf(principal)
  return world.store.users.get(id)?.displayName ?? world.store.groups.get(id)?.displayName ?? null
}
