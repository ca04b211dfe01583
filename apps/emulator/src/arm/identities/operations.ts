import type { Operation } from '../../kernel/operation.ts'
import { deleteIdentity } from './delete-identity.ts'
import { getIdentity } from './get-identity.ts'
import { getSystemAssigned } from './get-system-assigned.ts'
import { listAssociatedResources } from './list-associated-resources.ts'
import { listGroupIdentities } from './list-group-identities.ts'
import { listIdentities } from './list-identities.ts'
import { listIdentityOperations } from './list-identity-operations.ts'
import { patchIdentity } from './patch-identity.ts'
import { putIdentity } from './put-identity.ts'
import { revokeTokens } from './revoke-tokens.ts'

export const identityOperations: readonly Operation[] = [
  listIdentities,
  listGroupIdentities,
  getIdentity,
  putIdentity,
  patchIdentity,
  deleteIdentity,
  listAssociatedResources,
  revokeTokens,
  getSystemAssigned,
  listIdentityOperations,
]
