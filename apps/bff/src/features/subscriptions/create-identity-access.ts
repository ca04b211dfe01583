import type { Access } from '@trustwright/shared-schemas'
import { toAccess } from '../../domain/access.ts'
import type { Permission } from '../../ports.ts'

/** https://learn.microsoft.com/azure/role-based-access-control/permissions/identity#microsoftmanagedidentity */
const action = 'Microsoft.ManagedIdentity/userAssignedIdentities/write'

/** Whether the caller's effective roles at `scope`, an ARM resource ID, allow a new identity there. */
export function createIdentityAccess(permissions: readonly Permission[], scope: string): Access {
  return toAccess(permissions, action, scope)
}
