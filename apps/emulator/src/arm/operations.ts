import type { Operation } from '../kernel/operation.ts'
import { checkResourceGroup } from './groups/check-resource-group.ts'
import { deleteCredential } from './credentials/delete-credential.ts'
import { deleteIdentity } from './identities/delete-identity.ts'
import { deleteResourceGroup } from './groups/delete-resource-group.ts'
import { deleteRoleAssignment } from './roles/delete-role-assignment.ts'
import { getCredential } from './credentials/get-credential.ts'
import { getIdentity } from './identities/get-identity.ts'
import { getOperationResult } from './groups/get-operation-result.ts'
import { getProvider } from './subscriptions/get-provider.ts'
import { getResourceGroup } from './groups/get-resource-group.ts'
import { getRoleAssignment } from './roles/get-role-assignment.ts'
import { getRoleDefinition } from './roles/get-role-definition.ts'
import { getSubscription } from './subscriptions/get-subscription.ts'
import { listCredentials } from './credentials/list-credentials.ts'
import { listGroupIdentities } from './identities/list-group-identities.ts'
import { listIdentities } from './identities/list-identities.ts'
import { listLocations } from './subscriptions/list-locations.ts'
import { listPermissions } from './roles/list-permissions.ts'
import { listProviders } from './subscriptions/list-providers.ts'
import { listResourceGroups } from './groups/list-resource-groups.ts'
import { listRoleAssignments } from './roles/list-role-assignments.ts'
import { listRoleDefinitions } from './roles/list-role-definitions.ts'
import { listSubscriptions } from './subscriptions/list-subscriptions.ts'
import { listTenants } from './subscriptions/list-tenants.ts'
import { patchIdentity } from './identities/patch-identity.ts'
import { patchResourceGroup } from './groups/patch-resource-group.ts'
import { putCredential } from './credentials/put-credential.ts'
import { putIdentity } from './identities/put-identity.ts'
import { putResourceGroup } from './groups/put-resource-group.ts'
import { putRoleAssignment } from './roles/put-role-assignment.ts'

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
