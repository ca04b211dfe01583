import type { RefreshToken } from '../../kernel/entities/sign-ins.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { isFirstParty } from '../core/first-party-clients.ts'
import { invalidGrant, missingParameter } from '../core/refusal.ts'
import { hashOf } from '../core/secrets.ts'
import { admitPerson } from './admit-person.ts'
import { authenticateClient, credentialMissing } from './client-authentication.ts'
import { checkOrigin } from './cross-origin.ts'
import { requireLiveSession } from './live-session.ts'
import type { TokenRequest } from './token-request.ts'
import { singlePageLifetimeMs, userTokenReply } from './user-token-reply.ts'

const lifetimeMs = 90 * 24 * 60 * 60 * 1000

/**
 * Hands out new tokens for any resource; the old refresh token stays valid.
 * https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
export async function grantRefreshToken(
  { request, form, client, directory }: TokenRequest,
  world: World,
): Promise<EmulatorResponse> {
  const token = form.get('refresh_token')
  if (!token) throw missingParameter('refresh_token')
  const { application, by } = await authenticateClient(client, world)
  const kept = world.store.refreshTokens.get(hashOf(token))
  const user = kept && world.store.users.get(kept.userObjectId)
  if (!kept || !user || !mayUse(application.appId, kept)) {
    throw invalidGrant(
      70000,
      "The provided value for the input parameter 'refresh_token' or 'assertion' is not valid.",
      'bad_token',
    )
  }
  checkOrigin(request, kept.singlePage ? 'spa' : 'web')
  if (by === 'nothing' && kept.publicClient !== true) throw credentialMissing()
  const session = requireLiveSession(kept.sessionId, kept.issuedAt, world)
  checkAge(kept, world.clock.now())
  admitPerson(application, user, directory, world)
  return userTokenReply(
    {
      user,
      clientId: application.appId,
      authenticatedBy: by,
      session,
      scope: form.get('scope') ?? kept.scopes.join(' '),
      claims: form.get('claims'),
      signInScopes: kept.scopes,
      nonce: null,
      acrs: kept.acrs,
      ...(kept.singlePage ? { singlePage: kept.singlePage } : {}),
    },
    world,
  )
}

/** Microsoft's own public clients are one family and share refresh tokens. */
function mayUse(appId: string, { clientId }: RefreshToken): boolean {
  return appId === clientId || (isFirstParty(appId) && isFirstParty(clientId))
}

function checkAge({ issuedAt, singlePage }: RefreshToken, now: number): void {
  if (singlePage && now - singlePage.startedAt > singlePageLifetimeMs) {
    throw invalidGrant(
      700084,
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${new Date(singlePage.startedAt).toISOString()}.`,
      'bad_token',
    )
  }
  if (now - issuedAt <= lifetimeMs) return
  throw invalidGrant(
    700082,
    `The refresh token has expired due to inactivity. The token was issued on ${new Date(issuedAt).toISOString()} and was inactive for 90.00:00:00.`,
    'bad_token',
  )
}
