import { credentialsSeenByExchange } from '../../kernel/credential-writes.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { verifyFederatedAssertion } from '../exchange/federated-assertion.ts'
import { resourceIdOfIdentity } from '../managed-identity/find-identity.ts'
import {
  applicationCredentialMissing,
  noteCredential,
  twoCredentials,
  type ClientCredentials,
} from './client-authentication.ts'
import { wrongSecret } from './client-secret.ts'
import type { AppPrincipal } from './tokens.ts'

/** Gives the managed identity as a principal once an outside token is proven; it takes no other credential. */
export async function exchangeForIdentity(
  client: ClientCredentials,
  identity: ManagedIdentity,
  world: World,
): Promise<AppPrincipal> {
  const { assertion, secret, notes } = client
  if (assertion === null)
    throw secret === null ? applicationCredentialMissing() : wrongSecret(identity.clientId)
  if (secret !== null) throw twoCredentials()
  notes.credentialType = 'federatedIdentityCredential'
  const resourceId = resourceIdOfIdentity(identity)
  const trusted = await verifyFederatedAssertion(
    assertion,
    {
      clientId: identity.clientId,
      name: identity.name,
      object: { kind: 'managedIdentity' },
      credentials: credentialsSeenByExchange(world, resourceId.toLowerCase()),
    },
    world,
  )
  noteCredential(notes, trusted)
  return { objectId: identity.principalId, managedIdentityResourceId: resourceId, federated: true }
}
