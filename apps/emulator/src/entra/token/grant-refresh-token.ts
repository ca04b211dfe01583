import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { authenticateClient, credentialMissing } from './client-authentication.ts'
import type { TokenRequest } from './token-request.ts'
import { invalidGrant, missingParameter } from '../core/refusal.ts'
import { hashOf } from '../core/secrets.ts'
import { userTokenReply } from './user-token-reply.ts'

const lifetimeMs = 90 * 24 * 60 * 60 * 1000

/**
 * Hands out new tokens for any resource; the old refresh token stays valid.
 * https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
export async function grantRefreshToken(
  { form, client }: TokenRequest,
  world: World,
): Promise<EmulatorResponse> {
  const token = form.get('refresh_token')
  if (!token) throw missingParameter('refresh_token')
  const { application, by } = await authenticateClient(client, world)
  const kept = world.store.refreshTokens.get(hashOf(token))
  const user = kept && world.store.users.get(kept.userObjectId)
  if (!kept || !user || kept.clientId !== application.appId) {
    throw invalidGrant(
      70000,
      "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
      'bad_token',
    )
  }
  if (by === 'nothing' && application.redirectUris.web.length > 0) throw credentialMissing()
  const session = world.store.sessions.get(kept.sessionId)
  if (session?.revoked !== false) throw revoked(kept.issuedAt, session?.revokedAt ?? world.clock.now())
  if (world.clock.now() - kept.issuedAt > lifetimeMs) {
    throw invalidGrant(
      700082,
      `The refresh token has expired due to inactivity. The token was issued on ${new Date(kept.issuedAt).toISOString()} and was inactive for 90.00:00:00.`,
      'bad_token',
    )
  }
  return userTokenReply(
    {
      user,
      clientId: application.appId,
      sessionId: kept.sessionId,
      scope: form.get('scope') ?? kept.scopes.join(' '),
      signInScopes: kept.scopes,
      nonce: null,
    },
    world,
  )
}

function revoked(issuedAt: number, revokedAt: number) {
  return invalidGrant(
    50173,
    `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${new Date(issuedAt).toISOString()}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${new Date(revokedAt).toISOString()}'.`,
    'bad_token',
  )
}
