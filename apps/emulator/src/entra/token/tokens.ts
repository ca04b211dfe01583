import { createHash, randomBytes } from 'node:crypto'
import { accessTokenIssuer } from '../../kernel/bearer.ts'
import type { User } from '../../kernel/entities/directory.ts'
import { findResource, type Resource } from '../../kernel/resources.ts'
import type { World } from '../../kernel/world.ts'

/** Seconds; Entra takes one off the hour. */
export const accessTokenLifetime = 3599

/** Of tokens for managed identities: https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations */
export const identityTokenLifetime = 86_399

/** How the client proved itself: nothing (a public client), a secret, or a certificate or outside token. */
export type ClientProof = 'nothing' | 'secret' | 'assertion'

/** What a token is for. */
export interface TokenTarget {
  audience: string
  resource: Resource
  tenantId: string
  clientId: string
  authenticatedBy: ClientProof
  lifetime: number
  /** `xms_cc`: what the client said that it can take. */
  capabilities?: readonly string[]
}

/** https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
function commonClaims(world: World, target: TokenTarget) {
  const { audience, resource, tenantId, clientId, authenticatedBy, lifetime, capabilities = [] } = target
  const now = Math.floor(world.clock.now() / 1000)
  const proof = { nothing: '0', secret: '1', assertion: '2' }[authenticatedBy]
  return {
    aud: audience,
    iss: resource.version === 1 ? accessTokenIssuer(tenantId) : versionTwoIssuer(world, target),
    iat: now,
    nbf: now,
    exp: now + lifetime,
    aio: randomBytes(24).toString('base64url'),
    rh: `1.A${randomBytes(18).toString('base64url')}.`,
    tid: tenantId,
    uti: randomBytes(16).toString('base64url'),
    ...(capabilities.length > 0 ? { xms_cc: capabilities } : {}),
    ...(resource.version === 1
      ? { appid: clientId, appidacr: proof, ver: '1.0' }
      : { azp: clientId, azpacr: proof, ver: '2.0' }),
  }
}

/** Tokens for the exchange carry Entra's real name, as trusts in them do; other resources look up the emulator's discovery. */
function versionTwoIssuer({ settings }: World, { resource, tenantId }: TokenTarget): string {
  const origin =
    resource.kind === 'tokenExchange' ? 'https://login.microsoftonline.com' : settings.httpsOrigin
  return `${origin}/${tenantId}/v2.0`
}

export interface UserToken {
  user: User
  clientId: string
  sessionId: string
  audience: string
  resource: Resource
  permissions: readonly string[]
  authenticatedBy: ClientProof
  /** Left out: `pwd`. */
  methods?: readonly string[]
  /** Authentication contexts that the sign-in met. */
  contexts?: readonly string[]
  capabilities?: readonly string[]
  lifetime?: number
}

export function signUserToken(world: World, token: UserToken): Promise<string> {
  const { user, sessionId, audience, resource, permissions, methods = ['pwd'], contexts = [] } = token
  const { lifetime = accessTokenLifetime } = token
  const { tenantId } = world.settings
  const roles = rolesOfPerson(world, user, resource)
  const versionOne = {
    acr: '1',
    amr: methods,
    idp: accessTokenIssuer(tenantId),
    unique_name: user.username,
    upn: user.username,
  }
  return world.keys.sign('entra', {
    ...commonClaims(world, { ...token, tenantId, lifetime }),
    ...(contexts.length > 0 ? { acrs: contexts } : {}),
    idtyp: 'user',
    name: user.displayName,
    oid: user.objectId,
    ...(roles.length > 0 ? { roles } : {}),
    scp: permissions.join(' '),
    sid: sessionId,
    sub: pairwiseSubject(user.objectId, audience),
    ...(resource.version === 1 ? versionOne : { preferred_username: user.username }),
  })
}

/** An application or a managed identity, which `managedIdentityResourceId` names. */
export interface AppPrincipal {
  /** Object id of the service principal. */
  objectId: string
  managedIdentityResourceId?: string
  /** It signed in with an outside token: what it gets for the exchange cannot be exchanged again. */
  federated?: boolean
}

export function signAppToken(world: World, principal: AppPrincipal, target: TokenTarget): Promise<string> {
  const { objectId, managedIdentityResourceId, federated = false } = principal
  const roles = grantedRoles(world, [objectId], target.resource)
  return world.keys.sign('entra', {
    ...commonClaims(world, target),
    ...(target.resource.version === 1 ? { idp: accessTokenIssuer(target.tenantId) } : {}),
    idtyp: 'app',
    oid: objectId,
    ...(roles.length > 0 ? { roles } : {}),
    sub: objectId,
    ...(federated && target.resource.kind === 'tokenExchange' ? { xms_ficinfo: 'CAAQ' } : {}),
    ...(managedIdentityResourceId ? { xms_mirid: managedIdentityResourceId } : {}),
  })
}

/**
 * App roles of an application that a person was given, directly or through a group: never application permissions.
 * https://learn.microsoft.com/entra/identity-platform/howto-add-app-roles-in-apps
 */
function rolesOfPerson(world: World, { objectId }: User, resource: Resource | undefined): string[] {
  if (resource?.application === undefined) return []
  const groups = world.store.groups.by('member', objectId).map((group) => group.objectId)
  return grantedRoles(world, [objectId, ...groups], resource)
}

/** Roles of a resource that were granted to one of these principals. */
function grantedRoles(world: World, holders: readonly string[], { principalIds, roles }: Resource): string[] {
  const granted = holders
    .flatMap((principalId) => world.store.appRoleAssignments.by('principal', principalId))
    .filter(({ resourceId }) => principalIds.includes(resourceId))
  return roles.filter(({ id }) => granted.some(({ appRoleId }) => appRoleId === id)).map(({ value }) => value)
}

/** https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export function signIdToken(
  world: World,
  token: {
    user: User
    clientId: string
    sessionId: string
    nonce: string | null
    openid: string[]
    /** `c_hash` of a code that travels with it. */
    codeHash?: string
  },
): Promise<string> {
  const { user, clientId, sessionId, nonce, openid, codeHash } = token
  const { httpsOrigin, tenantId } = world.settings
  const now = Math.floor(world.clock.now() / 1000)
  const roles = rolesOfPerson(world, user, findResource(clientId, world))
  return world.keys.sign('entra', {
    aud: clientId,
    iss: `${httpsOrigin}/${tenantId}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + 3600,
    ...(codeHash === undefined ? {} : { c_hash: codeHash }),
    ...(openid.includes('email') ? { email: user.username } : {}),
    login_hint: user.username,
    name: user.displayName,
    ...(nonce === null ? {} : { nonce }),
    oid: user.objectId,
    preferred_username: user.username,
    ...(roles.length > 0 ? { roles } : {}),
    sid: sessionId,
    sub: pairwiseSubject(user.objectId, clientId),
    tid: tenantId,
    uti: world.newGuid(),
    ver: '2.0',
  })
}

/** The same person has another `sub` at each party. */
export function pairwiseSubject(objectId: string, party: string): string {
  return createHash('sha256').update(`${objectId} ${party}`).digest('base64url')
}
