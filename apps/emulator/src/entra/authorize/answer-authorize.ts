import { createHash } from 'node:crypto'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { clientInfo } from '../core/client-info.ts'
import { hashOf, newSecret } from '../core/secrets.ts'
import type { SignedIn } from '../interaction/sessions.ts'
import { signIdToken } from '../token/tokens.ts'
import type { AuthorizeRequest } from './authorize-request.ts'
import { answerClient } from './authorize-response.ts'

/** Hands the client what it asked for: a code, an id token or both. */
export async function answerAuthorize(
  authorize: AuthorizeRequest,
  { user, session, cookie }: SignedIn,
  world: World,
): Promise<EmulatorResponse> {
  const { responseType, wantsClientInfo, nonce, scopes, application } = authorize
  const code =
    responseType === 'id_token' ? undefined : keepCode(authorize, session.sessionId, user.objectId, world)
  const idToken = responseType.includes('id_token')
    ? await signIdToken(world, {
        user,
        clientId: application.appId,
        sessionId: session.sessionId,
        nonce,
        openid: scopes,
        ...(code === undefined ? {} : { codeHash: halfHash(code) }),
      })
    : undefined
  const fields = {
    ...(code === undefined ? {} : { code }),
    ...(idToken === undefined ? {} : { id_token: idToken }),
    ...(wantsClientInfo ? { client_info: clientInfo(user.objectId, world.settings.tenantId) } : {}),
    session_state: session.sessionId,
  }
  return answerClient(authorize, fields, cookie)
}

function keepCode(
  authorize: AuthorizeRequest,
  sessionId: string,
  userObjectId: string,
  world: World,
): string {
  const { application, redirectUri, redirectType, scopes, nonce, codeChallenge, challengeMethod, claims } =
    authorize
  const code = newSecret('1.')
  world.store.authorizationCodes.put(hashOf(code), {
    clientId: application.appId,
    redirectUri,
    redirectType,
    userObjectId,
    sessionId,
    scopes,
    nonce,
    codeChallenge,
    ...(challengeMethod ? { challengeMethod } : {}),
    ...(claims.acrs.length > 0 ? { acrs: claims.acrs } : {}),
    issuedAt: world.clock.now(),
    redeemed: false,
  })
  return code
}

/** `c_hash`: https://openid.net/specs/openid-connect-core-1_0.html#HybridIDToken */
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
}
