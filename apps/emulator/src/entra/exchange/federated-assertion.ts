import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { World } from '../../kernel/world.ts'
import { checkEntraToken, type ExchangeClient } from './check-entra-token.ts'
import { checkLifetime } from './check-lifetime.ts'
import { exchangeFaults } from './exchange-faults.ts'
import { matchAudience, matchIssuer, matchSubject } from './match-credentials.ts'
import { parseAssertion } from './parse-assertion.ts'
import { verifySignature } from './verify-signature.ts'

/** Who presents an outside token, with what its object trusts. */
export interface FederatedClient {
  clientId: string
  name: string
  object: ExchangeClient
  credentials: readonly FederatedCredential[]
}

/**
 * Proves an outside token against a client's federated identity credentials; gives the credential that trusts it. Matching
 * comes before anything is fetched: matching errors are seen with issuers that nobody can reach.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation
 */
export async function verifyFederatedAssertion(
  token: string,
  client: FederatedClient,
  world: World,
): Promise<FederatedCredential> {
  if (client.credentials.length === 0) throw exchangeFaults.noCredentials(client.clientId, client.name)
  const assertion = parseAssertion(token)
  const ofIssuer = matchIssuer(assertion, client.credentials, world)
  checkEntraToken(assertion, client.object, world)
  const credential = matchSubject(assertion, matchAudience(assertion, ofIssuer, world), world)
  await verifySignature(token, assertion, world)
  checkLifetime(assertion, world.clock.now())
  return credential
}
