import type { Access } from '@trustwright/shared-schemas'
import type { Permission } from '../ports.ts'
import { carriesAction } from './permissions.ts'
import { smallestRole } from './smallest-role.ts'

/** https://learn.microsoft.com/azure/role-based-access-control/permissions/identity#microsoftmanagedidentity */
export const actions = {
  writeIdentity: 'Microsoft.ManagedIdentity/userAssignedIdentities/write',
  writeResourceGroup: 'Microsoft.Resources/subscriptions/resourceGroups/write',
  writeTrust: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write',
  deleteTrust: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/delete',
  writeRoleAssignment: 'Microsoft.Authorization/roleAssignments/write',
  deleteRoleAssignment: 'Microsoft.Authorization/roleAssignments/delete',
} as const

/** A hint for the interface, from the caller's effective roles at `scope`. */
export function toAccess(permissions: readonly Permission[], action: string, scope: string): Access {
  return {
    allowed: carriesAction(permissions, action),
    action,
    role: smallestRole(action) ?? 'Owner',
    scope,
  }
}
