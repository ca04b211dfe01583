import type { Operation } from '../kernel/operation.ts'
import { checkResourceGroup } from './check-resource-group.ts'
import { deleteCredential } from './delete-credential.ts'
import { deleteIdentity } from './delete-identity.ts'
import { deleteResourceGroup } from './delete-resource-group.ts'
import { deleteRoleAssignment } from './delete-role-assignment.ts'
import { getCredential } from './get-credential.ts'
import { getIdentity } from './get-identity.ts'
import { getOperationResult } from './get-operation-result.ts'
import { getProvider } from './get-provider.ts'
import { getResourceGroup } from './get-resource-group.ts'
import { getRoleAssignment } from './get-role-assignment.ts'
import { getRoleDefinition } from './get-role-definition.ts'
import { getSubscription } from './get-subscription.ts'
import { listCredentials } from './list-credentials.ts'
import { listGroupIdentities } from './list-group-identities.ts'
import { listIdentities } from './list-identities.ts'
import { listLocations } from './list-locations.ts'
import { listPermissions } from './list-permissions.ts'
import { listProviders } from './list-providers.ts'
import { listResourceGroups } from './list-resource-groups.ts'
import { listRoleAssignments } from './list-role-assignments.ts'
import { listRoleDefinitions } from './list-role-definitions.ts'
import { listSubscriptions } from './list-subscriptions.ts'
import { listTenants } from './list-tenants.ts'
import { patchIdentity } from './patch-identity.ts'
import { patchResourceGroup } from './patch-resource-group.ts'
import { putCredential } from './put-credential.ts'
import { putIdentity } from './put-identity.ts'
import { putResourceGroup } from './put-resource-group.ts'
import { putRoleAssignment } from './put-role-assignment.ts'

/** What the emulator answers of Azure Resource Manager. */
export const armOperations: readonly Operation[] = [
  listTenants,
  listSubscriptions,
  getSubscription,
  listLocations,
  listProviders,
  getProvider,
  listResourceGroups,
  getResourceGroup,
  checkResourceGroup,
  putResourceGroup,
  patchResourceGroup,
  deleteResourceGroup,
  getOperationResult,
  listIdentities,
  listGroupIdentities,
  getIdentity,
  putIdentity,
  patchIdentity,
  deleteIdentity,
  listCredentials,
  getCredential,
  putCredential,
  deleteCredential,
  ...listRoleDefinitions,
  ...getRoleDefinition,
  listRoleAssignments,
  getRoleAssignment,
  putRoleAssignment,
  deleteRoleAssignment,
  listPermissions,
]
