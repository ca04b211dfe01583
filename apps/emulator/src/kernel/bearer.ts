import type { JWTPayload } from 'jose'
import { decodeJwt, errors } from 'jose'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import { allowedAudiences, type ResourceName } from './resources.ts'
import { findTenant } from './tenants.ts'
import { armError, graphError } from './vendor-errors.ts'
import { firstParty } from '../seed-first-party.ts'
import type { World } from './world.ts'

/** Who calls, as a verified access token says. */
export interface Caller {
  kind: 'user' | 'app'
  /** Object id of the person or of the service principal. */
  objectId: string
  /** Client that asked for the token. */
  appId: string
  /** User principal name; absent for applications. */
  upn: string | undefined
  tenantId: string
  displayName: string | undefined
  /** Delegated scopes of a person's token. */
  scopes: string[]
  /** Application permissions of an application's token. */
  roles: string[]
  /** How the person signed in: `pwd`, `mfa`. */
  authenticationMethods: string[]
  /** Authentication contexts that the sign-in met. */
  authenticationContexts: string[]
  /** `cp1`: the client can take a claims challenge. */
  clientCapabilities: string[]
}

interface Refusal {
  code: string
  message: string
  challengeError: string
}

/** Issuer of access tokens for first-party resources that take version 1.0 tokens, as ARM and Graph do. */
export function accessTokenIssuer(tenantId: string): string {
  return `https://sts.windows.net/${tenantId}/`
}

/**
 * Verifies the bearer token (RS256 with the tenant's keys, issuer, audience, lifetime, not revoked).
 * A response is the 401 to send, in the words of the resource asked. Tell them apart with `isRefused`.
 */
export async function authenticate(
  request: EmulatorRequest,
  world: World,
  audience: ResourceName,
): Promise<Caller | EmulatorResponse> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const outcome = token ? await verify(token, world, audience) : missingToken(request)
  if ('challengeError' in outcome) return refuse(outcome, request, world, audience)
  if (audience === 'graph' && outcome.tenantId !== world.settings.tenantId) {
    const message = `The directory of tenant '${outcome.tenantId}' is not emulated: of it there are only principals and tokens.`
    return graphError(501, 'NotEmulated', message, { request, clock: world.clock })
  }
  return outcome
}

export function isRefused(outcome: Caller | EmulatorResponse): outcome is EmulatorResponse {
  return 'status' in outcome
}

async function verify(token: string, world: World, audience: ResourceName): Promise<Caller | Refusal> {
  const audiences = allowedAudiences(audience, world.settings)
  try {
    const tenantId = tenantOf(token, world)
    const claims = await world.keys.verify('entra', token, {
      issuer: accessTokenIssuer(tenantId),
      audience: audiences,
      now: world.clock.now(),
    })
    const sessionId = stringClaim(claims, 'sid')
    if (sessionId !== undefined && world.store.sessions.get(sessionId)?.revoked !== false) {
      return invalidToken('The access token has been revoked.')
    }
    return toCaller(claims, tenantId)
  } catch (error) {
    return explain(error, world, audiences)
  }
}

/** The emulator's own tenant unless the token, not verified yet, names another one that it knows. */
function tenantOf(token: string, world: World): string {
  const { tid } = decodeJwt(token)
  const known = typeof tid === 'string' ? findTenant(tid, world) : undefined
  return known?.tenantId ?? world.settings.tenantId
}

function toCaller(claims: JWTPayload, tenantId: string): Caller {
  return {
    kind: claims.idtyp === 'app' ? 'app' : 'user',
    objectId: stringClaim(claims, 'oid') ?? '',
    appId: stringClaim(claims, 'appid') ?? stringClaim(claims, 'azp') ?? '',
    upn: stringClaim(claims, 'upn'),
    tenantId,
    displayName: stringClaim(claims, 'name'),
    scopes: stringClaim(claims, 'scp')?.split(' ') ?? [],
    roles: listClaim(claims, 'roles'),
    authenticationMethods: listClaim(claims, 'amr'),
    authenticationContexts: listClaim(claims, 'acrs'),
    clientCapabilities: listClaim(claims, 'xms_cc'),
  }
}

function explain(error: unknown, world: World, audiences: string[]): Refusal {
  if (error instanceof errors.JWTExpired) {
    const expiry = new Date((error.payload.exp ?? 0) * 1000).toISOString()
    const now = new Date(world.clock.now()).toISOString()
    return {
      code: 'ExpiredAuthenticationToken',
      message: `The access token expiry UTC time '${expiry}' is earlier than current UTC time '${now}'.`,
      challengeError: 'invalid_token',
    }
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud') {
    return {
      code: 'InvalidAuthenticationTokenAudience',
      message: `The access token has been obtained for wrong audience or resource '${String(error.payload.aud)}'. It should exactly match with one of the allowed audiences '${audiences.join("','")}'.`,
      challengeError: 'invalid_token',
    }
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss') {
    return {
      code: 'InvalidAuthenticationTokenTenant',
      message: `The access token is from the wrong issuer '${String(error.payload.iss)}'. It must match the tenant '${accessTokenIssuer(world.settings.tenantId)}' associated with this subscription.`,
      challengeError: 'invalid_token',
    }
  }
  if (error instanceof errors.JOSEError) return invalidToken('The access token is invalid.')
  throw error
}

function invalidToken(message: string): Refusal {
  return { code: 'InvalidAuthenticationToken', message, challengeError: 'invalid_token' }
}

function missingToken(request: EmulatorRequest): Refusal {
  return request.headers.authorization === undefined
    ? {
        code: 'AuthenticationFailed',
        message: "Authentication failed. The 'Authorization' header is missing.",
        challengeError: 'invalid_token',
      }
    : {
        code: 'AuthenticationFailed',
        message: "Authentication failed. The 'Authorization' header is provided in an invalid format.",
        challengeError: 'invalid_token',
      }
}

function refuse(
  refusal: Refusal,
  request: EmulatorRequest,
  world: World,
  audience: ResourceName,
): EmulatorResponse {
  const { browserOrigin, tenantId } = world.settings
  if (audience === 'graph') return refuseForGraph(refusal, request, world)
  const headers = {
    'www-authenticate': `Bearer authorization_uri="${browserOrigin}/${tenantId}", error="${refusal.challengeError}", error_description="${refusal.message.replaceAll('"', "'")}"`,
  }
  return armError(401, refusal.code, refusal.message, { headers })
}

/** Graph's texts by ARM's code, as people paste them. https://learn.microsoft.com/graph/resolve-auth-errors */
const graphTexts: Readonly<Record<string, string>> = {
  AuthenticationFailed: 'Access token is empty.',
  ExpiredAuthenticationToken: 'Lifetime validation failed, the token is expired.',
  InvalidAuthenticationTokenAudience: 'Access token validation failure. Invalid audience.',
  InvalidAuthenticationTokenTenant: 'Access token validation failure. Invalid issuer.',
}

function refuseForGraph(
  { code, message }: Refusal,
  request: EmulatorRequest,
  world: World,
): EmulatorResponse {
  const authorize = `${world.settings.browserOrigin}/common/oauth2/authorize`
  const headers = {
    'www-authenticate': `Bearer realm="", authorization_uri="${authorize}", client_id="${firstParty.graph.appId}"`,
  }
  const text = graphTexts[code] ?? message
  return graphError(401, 'InvalidAuthenticationToken', text, { request, clock: world.clock }, headers)
}

function stringClaim(claims: JWTPayload, name: string): string | undefined {
  const value = claims[name]
  return typeof value === 'string' ? value : undefined
}

function listClaim(claims: JWTPayload, name: string): string[] {
  const value = claims[name]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
