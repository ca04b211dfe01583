import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { readClaimsRequest } from '../core/claims-request.ts'
import { requireClient } from '../core/client-registration.ts'
import { invalidRequest } from '../core/refusal.ts'
import { identityByClientId } from '../managed-identity/find-identity.ts'
import { authenticateClient, applicationCredentialMissing } from './client-authentication.ts'
import { checkOrigin } from './cross-origin.ts'
import { requireMultiTenant, requirePrincipal } from './client-principal.ts'
import { exchangeForIdentity } from './exchange-for-identity.ts'
import { readApplicationScope } from './scopes.ts'
import type { TokenRequest } from './token-request.ts'
import {
  accessTokenLifetime,
  identityTokenLifetime,
  signAppToken,
  type AppPrincipal,
  type TokenTarget,
} from './tokens.ts'

/**
 * With a secret, a certificate or an outside token that a federated identity credential trusts: no refresh token, no id token.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 */
export async function grantClientCredentials(token: TokenRequest, world: World): Promise<EmulatorResponse> {
  const { request, directory, form } = token
  checkOrigin(request, 'web')
  if (directory.kind !== 'tenant') {
    throw invalidRequest(
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    )
  }
  const { capabilities } = readClaimsRequest(form.get('claims'))
  const { principal, ...proven } = await prove(token, world)
  const scope = readApplicationScope(form.get('scope') ?? undefined, world, directory.tenantId)
  return reply(world, principal, { ...scope, ...proven, tenantId: directory.tenantId, capabilities })
}

/** A managed identity lives in its own tenant only; for another one its client id is an unknown application. */
async function prove(
  { directory, client }: TokenRequest,
  world: World,
): Promise<{ principal: AppPrincipal } & Pick<TokenTarget, 'clientId' | 'authenticatedBy' | 'lifetime'>> {
  const identity = identityByClientId(client.clientId, world)
  if (identity && directory.tenantId === world.settings.tenantId) {
    const principal = await exchangeForIdentity(client, identity, world)
    const { clientId } = identity
    return { principal, clientId, authenticatedBy: 'assertion', lifetime: identityTokenLifetime }
  }
  requireMultiTenant(requireClient(client.clientId, world, directory.displayName), directory, world)
  const { application, by } = await authenticateClient(client, world, directory)
  if (by === 'nothing') throw applicationCredentialMissing()
  const { objectId } = requirePrincipal(application, directory, world)
  const federated = client.notes.credentialType === 'federatedIdentityCredential'
  return {
    principal: { objectId, federated },
    clientId: application.appId,
    authenticatedBy: by,
    lifetime: accessTokenLifetime,
  }
}

async function reply(world: World, principal: AppPrincipal, target: TokenTarget): Promise<EmulatorResponse> {
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: target.lifetime,
      ext_expires_in: target.lifetime,
      access_token: await signAppToken(world, principal, target),
    },
  }
}
