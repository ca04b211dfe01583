import { createHash } from 'node:crypto'
import type { Application } from '../../kernel/entities/directory.ts'
import type { AuthorizationCode } from '../../kernel/entities/sign-ins.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { authenticateClient, credentialMissing } from './client-authentication.ts'
import type { TokenRequest } from './token-request.ts'
import { invalidGrant, missingParameter, redirectMismatch } from '../core/refusal.ts'
import { hashOf } from '../core/secrets.ts'
import { readDelegatedScopes } from './scopes.ts'
import { userTokenReply } from './user-token-reply.ts'

const codeLifetimeMs = 10 * 60 * 1000

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token */
export async function grantAuthorizationCode(
  { form, client }: TokenRequest,
  world: World,
): Promise<EmulatorResponse> {
  const code = form.get('code')
  if (!code) throw missingParameter('code')
  const { application, by } = await authenticateClient(client, world)
  const key = hashOf(code)
  const kept = world.store.authorizationCodes.get(key)
  if (!kept || kept.clientId !== application.appId) {
    throw invalidGrant(70000, "The provided value for the 'code' parameter is not valid.")
  }
  if (by === 'nothing' && isConfidential(application, kept)) throw credentialMissing()
  checkCode(kept, form, world.clock.now())
  const user = world.store.users.get(kept.userObjectId)
  if (!user) throw invalidGrant(50034, 'The user account does not exist in the directory.')
  const scope = form.get('scope') ?? kept.scopes.join(' ')
  readDelegatedScopes(scope, world.settings, application.appId)
  world.store.authorizationCodes.put(key, { ...kept, redeemed: true })
  return userTokenReply(
    {
      user,
      clientId: application.appId,
      sessionId: kept.sessionId,
      scope,
      signInScopes: kept.scopes,
      nonce: kept.nonce,
    },
    world,
  )
}

function checkCode(kept: AuthorizationCode, form: URLSearchParams, now: number): void {
  if (kept.redeemed) {
    throw invalidGrant(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    )
  }
  if (now - kept.issuedAt > codeLifetimeMs) {
    throw invalidGrant(
      70008,
      'The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.',
    )
  }
  const redirectUri = form.get('redirect_uri')
  if (!redirectUri) throw missingParameter('redirect_uri')
  if (redirectUri !== kept.redirectUri) throw redirectMismatch(redirectUri, kept.clientId)
  checkVerifier(kept, form.get('code_verifier'))
}

/** https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
function checkVerifier({ codeChallenge }: AuthorizationCode, verifier: string | null): void {
  if (codeChallenge === null) return
  if (!verifier) throw missingParameter('code_verifier')
  if (createHash('sha256').update(verifier).digest('base64url') === codeChallenge) return
  throw invalidGrant(
    501481,
    'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  )
}

function isConfidential(application: Application, { redirectUri }: AuthorizationCode): boolean {
  const { publicClient, spa } = application.redirectUris
  return ![...publicClient, ...spa].includes(redirectUri)
}
