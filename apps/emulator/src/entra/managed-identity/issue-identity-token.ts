import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { recordSignIn } from '../token/record-sign-in.ts'
import { readApplicationScope } from '../token/scopes.ts'
import { newSignInNotes } from '../token/sign-in-notes.ts'
import { identityTokenLifetime, signAppToken } from '../token/tokens.ts'
import { resourceIdOfIdentity } from './find-identity.ts'

/** What both shapes of the endpoint are made of; times are seconds, as text. */
export interface IdentityToken {
  access_token: string
  client_id: string
  expires_in: string
  expires_on: string
  not_before: string
  resource: string
  token_type: 'Bearer'
}

/** A token for an identity on the machine it is assigned to. Throws `EntraRefusal` for a resource that is not there. */
export async function issueIdentityToken(
  identity: ManagedIdentity,
  resource: string,
  world: World,
): Promise<IdentityToken> {
  const { tenantId } = world.settings
  const { clientId, principalId: objectId } = identity
  const record = (result: Parameters<typeof recordSignIn>[1]['result']) => {
    const notes = { ...newSignInNotes(), credentialType: 'managedIdentity' as const }
    const scope = `${resource}/.default`
    const correlationId = world.newGuid()
    recordSignIn(world, { clientId, grantType: 'managed_identity', scope, notes, correlationId, result })
  }
  try {
    const target = {
      ...readApplicationScope(`${resource}/.default`, world, tenantId),
      tenantId,
      clientId,
      authenticatedBy: 'assertion' as const,
      lifetime: identityTokenLifetime,
    }
    const principal = { objectId, managedIdentityResourceId: resourceIdOfIdentity(identity) }
    const accessToken = await signAppToken(world, principal, target)
    record({ status: 200, body: { access_token: accessToken } })
    const now = Math.floor(world.clock.now() / 1000)
    return {
      access_token: accessToken,
      client_id: clientId,
      expires_in: String(identityTokenLifetime),
      expires_on: String(now + identityTokenLifetime),
      not_before: String(now),
      resource,
      token_type: 'Bearer',
    }
  } catch (error) {
    if (error instanceof EntraRefusal) record(error.failure)
    throw error
  }
}
