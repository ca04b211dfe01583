import { servicePrincipalOf } from '../../kernel/directory.ts'
import type { Application, ServicePrincipal } from '../../kernel/entities/directory.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { authenticateClient, credentialMissing } from './client-authentication.ts'
import { verifyFederatedAssertion } from '../exchange/federated-assertion.ts'
import type { TokenRequest } from './token-request.ts'
import { tenantDisplayName } from '../../seed.ts'
import { invalidClient, invalidRequest, unknownClient } from '../core/refusal.ts'
import { readApplicationScope } from './scopes.ts'
import { accessTokenLifetime, signAppToken } from './tokens.ts'

/**
 * With a secret, or with an outside token that a federated identity credential trusts: no refresh token, no id token.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function grantClientCredentials(
  { tenant, form, client }: TokenRequest,
  world: World,
): Promise<EmulatorResponse> {
  if (tenant !== 'tenant') {
    throw invalidRequest(
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    )
  }
  const identity = findIdentity(client.clientId, world)
  if (identity) {
    if (client.assertion === null) throw client.secret === null ? credentialMissing() : secretless(identity)
    return exchangeForIdentity(client.assertion, identity, form, world)
  }
  const { application, by } = await authenticateClient(client, world)
  if (by === 'nothing') throw credentialMissing()
  const audience = readApplicationScope(form.get('scope') ?? undefined, world.settings)
  const principal = { clientId: application.appId, objectId: requirePrincipal(application, world).objectId }
  return reply(await signAppToken(world, principal, audience, by))
}

function requirePrincipal({ appId }: Application, world: World): ServicePrincipal {
  const principal = servicePrincipalOf(world, appId)
  if (!principal) throw unknownClient(appId, tenantDisplayName)
  return principal
}

interface KeyedIdentity extends ManagedIdentity {
  resourceId: string
}

function findIdentity(clientId: string | null, world: World): KeyedIdentity | undefined {
  const identity = world.store.identities.by('clientId', clientId?.toLowerCase() ?? '')[0]
  if (!identity) return undefined
  const { subscriptionId, resourceGroup, name } = identity
  const resourceId = `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
  return { ...identity, resourceId }
}

async function exchangeForIdentity(
  assertion: string,
  identity: KeyedIdentity,
  form: URLSearchParams,
  world: World,
): Promise<EmulatorResponse> {
  const key = identity.resourceId.toLowerCase()
  const credentials = world.store.credentials.by('parent', key)
  await verifyFederatedAssertion(
    assertion,
    { clientId: identity.clientId, name: identity.name, credentials },
    world,
  )
  const audience = readApplicationScope(form.get('scope') ?? undefined, world.settings)
  const principal = {
    clientId: identity.clientId,
    objectId: identity.principalId,
    managedIdentityResourceId: identity.resourceId,
  }
  return reply(await signAppToken(world, principal, audience, 'assertion'))
}

/** Managed identities cannot hold secrets. */
function secretless({ clientId }: ManagedIdentity) {
  return invalidClient(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  )
}

function reply(accessToken: string): EmulatorResponse {
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: accessTokenLifetime,
      ext_expires_in: accessTokenLifetime,
      access_token: accessToken,
    },
  }
}
