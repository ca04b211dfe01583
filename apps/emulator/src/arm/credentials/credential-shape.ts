import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import { isNewParent } from '../../kernel/new-parent.ts'
import type { World } from '../../kernel/world.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { versionsWithExpressions } from '../core/arm-types.ts'
import { credentialFaults } from './credential-faults.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { idOf, identityInPath, identityType } from '../identities/identity-shape.ts'
import { refuse } from '../core/refusal.ts'
import { credentialId, keyOf } from '../core/resource-ids.ts'
import { seenIdentity } from '../core/visibility.ts'

export const credentialType = `${identityType}/federatedIdentityCredentials`

/**
 * A credential as its provider returns it: no description, unlike Microsoft Graph. Versions without expressions return a
 * flexible one without subject (u).
 * Source: https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/get
 */
export function credentialShape(
  credential: FederatedCredential,
  identity: ManagedIdentity,
  apiVersion: string,
): Record<string, unknown> {
  const { name, issuer, subject, claimsMatchingExpression, audiences } = credential
  const isShown = claimsMatchingExpression !== null && versionsWithExpressions.includes(apiVersion)
  return {
    id: credentialId(idOf(identity), name),
    name,
    type: credentialType,
    properties: {
      issuer,
      ...(subject === null ? {} : { subject }),
      audiences,
      ...(isShown ? { claimsMatchingExpression } : {}),
    },
  }
}

/** The credential in the path: `scope` as the path spells it, `key` to find it by. */
export function credentialInPath(call: ArmCall): { name: string; scope: string; key: string } {
  const name = call.params.credential ?? ''
  const scope = credentialId(identityInPath(call).scope, name)
  return { name, scope, key: keyOf(scope) }
}

/** Credentials of the identity with this key, in the order they were made. */
export function credentialsOf(world: World, identityKey: string): FederatedCredential[] {
  return world.store.credentials.by('parent', identityKey)
}

/** Throws ResourceGroupNotFound or ParentResourceNotFound. `seen`: as reads see it, `written`: as a write of a trust does. */
export function demandParent(call: ArmCall, as: 'seen' | 'written'): ManagedIdentity {
  demandGroup(call)
  const { key } = identityInPath(call)
  const identity = as === 'seen' ? seenIdentity(call.world, key) : call.world.store.identities.get(key)
  const isTooNew = as === 'written' && identity !== undefined && isNewParent(call.world, identity.createdAt)
  if (!identity || isTooNew) throw refuse(credentialFaults.parentNotFound())
  return identity
}
