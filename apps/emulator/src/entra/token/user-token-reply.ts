import type { RefreshToken, Session } from '../../kernel/entities/sign-ins.ts'
import type { User } from '../../kernel/entities/directory.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { Resource } from '../../kernel/resources.ts'
import type { World } from '../../kernel/world.ts'
import { readClaimsRequest, type ClaimsRequest } from '../core/claims-request.ts'
import { clientInfo } from '../core/client-info.ts'
import { isFirstParty } from '../core/first-party-clients.ts'
import { multifactorNeeded } from '../core/refusal.ts'
import { hashOf, newSecret } from '../core/secrets.ts'
import { readDelegatedScopes } from './scopes.ts'
import { accessTokenLifetime, signIdToken, signUserToken, type ClientProof } from './tokens.ts'

export interface Granted {
  user: User
  clientId: string
  authenticatedBy: ClientProof
  session: Session
  /** The scope of this token request. */
  scope: string
  /** The `claims` parameter of this token request. */
  claims: string | null
  /** Everything the sign-in was asked for: decides on refresh and id tokens. */
  signInScopes: string[]
  nonce: string | null
  /** Authentication contexts that the sign-in satisfied. */
  acrs?: string[] | undefined
  /** Of a single-page application: when its refresh tokens began. */
  singlePage?: RefreshToken['singlePage']
}

/** Seconds; tokens for clients that can be challenged live 24 to 28 hours in Entra. https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation#token-lifetime */
const continuousAccessLifetime = 86_399

/** The reply for a person: access token, and refresh and id token when the sign-in asked for them. */
export async function userTokenReply(granted: Granted, world: World): Promise<EmulatorResponse> {
  const { user, clientId, session, signInScopes, authenticatedBy } = granted
  const { audience, resource, permissions, echo } = readDelegatedScopes(
    granted.scope,
    world,
    clientId,
    user.objectId,
  )
  const claims = readClaimsRequest(granted.claims)
  if (claims.multifactor && session.multifactor !== true) {
    throw multifactorNeeded(resource.appId, claims.challenge)
  }
  const challengeable = canBeChallenged(claims, resource)
  const lifetime = challengeable ? continuousAccessLifetime : accessTokenLifetime
  const contexts = contextsOf(session, [...(granted.acrs ?? []), ...claims.acrs])
  const accessToken = await signUserToken(world, {
    user,
    clientId,
    sessionId: session.sessionId,
    audience,
    resource,
    permissions,
    authenticatedBy,
    methods: session.multifactor === true ? ['pwd', 'mfa'] : ['pwd'],
    contexts,
    capabilities: claims.capabilities,
    lifetime,
  })
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      scope: echo,
      expires_in: lifetime,
      ext_expires_in: lifetime,
      ...(challengeable ? { refresh_in: Math.floor(lifetime / 2) } : {}),
      access_token: accessToken,
      ...(signInScopes.includes('offline_access') ? refreshFields(granted, contexts, world) : {}),
      ...(await idTokenField(granted, world)),
      client_info: clientInfo(user.objectId, world.settings.tenantId),
    },
  }
}

async function idTokenField(granted: Granted, world: World) {
  const { user, clientId, session, signInScopes, nonce } = granted
  if (!signInScopes.includes('openid')) return {}
  const { sessionId } = session
  return { id_token: await signIdToken(world, { user, clientId, sessionId, nonce, openid: signInScopes }) }
}

function canBeChallenged({ capabilities }: ClaimsRequest, { kind }: Resource): boolean {
  return kind !== 'application' && capabilities.some((each) => each.toLowerCase() === 'cp1')
}

/** `p1` is the context that a second factor alone satisfies. */
function contextsOf({ multifactor }: Session, asked: readonly string[]): string[] {
  return multifactor === true ? [...new Set(['p1', ...asked])] : []
}

/** `foci`: clients of one family use each other's refresh tokens, as Microsoft's own do. */
function refreshFields(granted: Granted, contexts: string[], world: World) {
  const { user, clientId, session, signInScopes, authenticatedBy, singlePage } = granted
  const token = newSecret('1.A')
  world.store.refreshTokens.put(hashOf(token), {
    userObjectId: user.objectId,
    clientId,
    scopes: signInScopes,
    sessionId: session.sessionId,
    issuedAt: world.clock.now(),
    publicClient: authenticatedBy === 'nothing',
    ...(singlePage ? { singlePage } : {}),
    ...(contexts.length > 0 ? { acrs: contexts } : {}),
  })
  return {
    refresh_token: token,
    ...(singlePage ? { refresh_token_expires_in: secondsLeft(singlePage.startedAt, world) } : {}),
    ...(isFirstParty(clientId) ? { foci: '1' } : {}),
  }
}

/** Refresh tokens of single-page applications do not live on by being renewed. https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime */
export const singlePageLifetimeMs = 24 * 60 * 60 * 1000

function secondsLeft(startedAt: number, { clock }: World): number {
  return Math.max(0, Math.floor((startedAt + singlePageLifetimeMs - clock.now()) / 1000))
}
