import { decodeJwt } from 'jose'
import type { SignIn, SignInActivity } from '../../kernel/entities/sign-ins.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { findResource } from '../../kernel/resources.ts'
import type { EntraFailure } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { servicePrincipalOf } from '../../kernel/directory.ts'
import { findClient } from '../core/client-registration.ts'
import { identityByClientId } from '../managed-identity/find-identity.ts'
import type { SignInNotes } from './sign-in-notes.ts'

const keptRows = 10_000

/** How a request for tokens ended. */
export interface TokenOutcome {
  clientId: string
  grantType: string
  /** Resource as asked for; the token says it better when there is one. */
  scope: string
  notes: SignInNotes
  correlationId: string
  result: EmulatorResponse | EntraFailure
}

/** One row of the sign-in log; the oldest goes when there are ten thousand. A request without a known client leaves none. */
export function recordSignIn(world: World, outcome: TokenOutcome): void {
  const { clientId, notes, correlationId } = outcome
  const identity = identityByClientId(clientId, world)
  const appDisplayName = identity?.name ?? findClient(clientId, world)?.displayName
  if (appDisplayName === undefined) return
  const principalId = identity?.principalId ?? servicePrincipalOf(world, clientId.toLowerCase())?.objectId
  const claims = claimsOf(outcome.result)
  const resource = findResource(claims?.aud ?? outcome.scope.replace(/\/[^/]*$/, ''), world)
  const failure = 'code' in outcome.result ? outcome.result : undefined
  const row: SignIn = {
    id: world.newGuid(),
    at: world.clock.now(),
    eventType: eventTypeOf(outcome.grantType, identity !== undefined),
    appId: clientId.toLowerCase(),
    appDisplayName,
    userObjectId: claims?.idtyp === 'user' ? (claims.oid ?? null) : null,
    servicePrincipalId: principalId ?? null,
    resourceAppId: resource?.appId ?? '',
    resourceDisplayName: resource?.displayName ?? '',
    clientCredentialType: notes.credentialType,
    federatedCredentialId: notes.federatedCredentialId,
    federatedTokenIssuer: notes.federatedTokenIssuer,
    errorCode: failure?.code ?? 0,
    failureReason: failure?.message ?? null,
    ipAddress: '127.0.0.1',
    correlationId,
  }
  keep(world, row)
}

function keep({ store, transaction }: World, row: SignIn): void {
  const [oldest] = store.signIns.values()
  transaction(() => {
    store.signIns.put(row.id, row)
    if (row.errorCode === 0) noteActivity(store, row)
    if (oldest && store.signIns.size() > keptRows) store.signIns.delete(oldest.id)
  })
}

const noActivity = {
  delegatedClient: null,
  delegatedResource: null,
  applicationClient: null,
  applicationResource: null,
} as const satisfies Omit<SignInActivity, 'appId'>

/** Client and resource both remember a sign-in that worked. */
function noteActivity({ signInActivities }: World['store'], row: SignIn): void {
  const last = { at: row.at, requestId: row.id }
  const isPerson = row.userObjectId !== null
  const change = (appId: string, part: Partial<SignInActivity>) => {
    const before = signInActivities.get(appId) ?? { appId, ...noActivity }
    signInActivities.put(appId, { ...before, ...part })
  }
  change(row.appId, isPerson ? { delegatedClient: last } : { applicationClient: last })
  if (row.resourceAppId !== '') {
    change(row.resourceAppId, isPerson ? { delegatedResource: last } : { applicationResource: last })
  }
}

interface TokenClaims {
  aud: string
  idtyp: string | undefined
  oid: string | undefined
}

function claimsOf(result: TokenOutcome['result']): TokenClaims | undefined {
  if ('code' in result || typeof result.body !== 'object' || result.body === null) return undefined
  if (!('access_token' in result.body) || typeof result.body.access_token !== 'string') return undefined
  const { aud, idtyp, oid } = decodeJwt<{ idtyp?: string; oid?: string }>(result.body.access_token)
  return typeof aud === 'string' ? { aud, idtyp, oid } : undefined
}

/** A managed identity's sign-ins have a log of their own, also those with an outside token (u). */
function eventTypeOf(grantType: string, isIdentity: boolean): SignIn['eventType'] {
  if (isIdentity) return 'managedIdentity'
  if (grantType === 'client_credentials') return 'servicePrincipal'
  return grantType === 'refresh_token' || grantType.endsWith(':jwt-bearer')
    ? 'nonInteractiveUser'
    : 'interactiveUser'
}
