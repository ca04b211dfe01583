import type { User } from '../../kernel/entities/directory.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { clientInfo } from '../core/client-info.ts'
import { readDelegatedScopes } from './scopes.ts'
import { hashOf, newSecret } from '../core/secrets.ts'
import { accessTokenLifetime, signIdToken, signUserToken } from './tokens.ts'

export interface Granted {
  user: User
  clientId: string
  sessionId: string
  /** The scope of this token request. */
  scope: string
  /** Everything the sign-in was asked for: decides on refresh and id tokens. */
  signInScopes: string[]
  nonce: string | null
}

/** The reply for a person: access token, and refresh and id token when the sign-in asked for them. */
export async function userTokenReply(granted: Granted, world: World): Promise<EmulatorResponse> {
  const { user, clientId, sessionId, signInScopes, nonce } = granted
  const { audience, permissions, echo } = readDelegatedScopes(granted.scope, world.settings, clientId)
  const accessToken = await signUserToken(world, { user, clientId, sessionId, audience, permissions })
  const idToken = signInScopes.includes('openid')
    ? { id_token: await signIdToken(world, { user, clientId, sessionId, nonce, openid: signInScopes }) }
    : {}
  const refreshToken = signInScopes.includes('offline_access')
    ? { refresh_token: keepRefreshToken(granted, world) }
    : {}
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: echo,
      expires_in: accessTokenLifetime,
      ext_expires_in: accessTokenLifetime,
      access_token: accessToken,
      ...refreshToken,
      ...idToken,
      client_info: clientInfo(user.objectId, world.settings.tenantId),
    },
  }
}

function keepRefreshToken({ user, clientId, sessionId, signInScopes }: Granted, world: World): string {
  const token = newSecret('1.A')
  world.store.refreshTokens.put(hashOf(token), {
    userObjectId: user.objectId,
    clientId,
    scopes: signInScopes,
    sessionId,
    issuedAt: world.clock.now(),
  })
  return token
}
