import type { AuthorizationCode } from '../../kernel/entities/sign-ins.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { checkVerifier } from '../core/pkce.ts'
import { invalidGrant, missingParameter, redirectMismatch } from '../core/refusal.ts'
import { hashOf } from '../core/secrets.ts'
import { admitPerson } from './admit-person.ts'
import { authenticateClient, credentialMissing } from './client-authentication.ts'
import { checkOrigin } from './cross-origin.ts'
import { requireLiveSession } from './live-session.ts'
import { readDelegatedScopes } from './scopes.ts'
import type { TokenRequest } from './token-request.ts'
import { userTokenReply } from './user-token-reply.ts'

const codeLifetimeMs = 10 * 60 * 1000

/** https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token */
export async function grantAuthorizationCode(
  { request, form, client, directory }: TokenRequest,
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
  const redirectType = kept.redirectType ?? 'web'
  checkOrigin(request, redirectType)
  if (by === 'nothing' && redirectType === 'web') throw credentialMissing()
  checkCode(kept, form, world.clock.now())
  const user = world.store.users.get(kept.userObjectId)
  if (!user) throw invalidGrant(50034, 'The user account does not exist in the directory.')
  admitPerson(application, user, directory, world)
  const session = requireLiveSession(kept.sessionId, kept.issuedAt, world)
  const scope = form.get('scope') ?? kept.scopes.join(' ')
  readDelegatedScopes(scope, world, application.appId, user.objectId)
  world.store.authorizationCodes.put(key, { ...kept, redeemed: true })
  return userTokenReply(
    {
      user,
      clientId: application.appId,
      authenticatedBy: by,
      session,
      scope,
      claims: form.get('claims'),
      signInScopes: kept.scopes,
      nonce: kept.nonce,
      acrs: kept.acrs,
      ...(redirectType === 'spa' ? { singlePage: { startedAt: world.clock.now() } } : {}),
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
