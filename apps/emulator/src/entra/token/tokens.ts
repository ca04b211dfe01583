import { createHash } from 'node:crypto'
import { accessTokenIssuer } from '../../kernel/bearer.ts'
import type { User } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'

/** Seconds; Entra takes one off the hour. */
export const accessTokenLifetime = 3599

/** Version 1.0 tokens, which ARM and Graph take: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
function commonClaims(world: World, audience: string) {
  const now = Math.floor(world.clock.now() / 1000)
  const { tenantId } = world.settings
  return {
    aud: audience,
    iss: accessTokenIssuer(tenantId),
    iat: now,
    nbf: now,
    exp: now + accessTokenLifetime,
    idp: accessTokenIssuer(tenantId),
    tid: tenantId,
    uti: world.newGuid(),
    ver: '1.0',
  }
}

export function signUserToken(
  world: World,
  token: { user: User; clientId: string; sessionId: string; audience: string; permissions: string[] },
): Promise<string> {
  const { user, clientId, sessionId, audience, permissions } = token
  return world.keys.sign('entra', {
    ...commonClaims(world, audience),
    acr: '1',
    amr: ['pwd'],
    appid: clientId,
    appidacr: '1',
    idtyp: 'user',
    name: user.displayName,
    oid: user.objectId,
    scp: permissions.join(' '),
    sid: sessionId,
    sub: pairwiseSubject(user.objectId, audience),
    unique_name: user.username,
    upn: user.username,
  })
}

/** An application or a managed identity, which `managedIdentityResourceId` names. */
export interface AppPrincipal {
  clientId: string
  /** Object id of the service principal. */
  objectId: string
  managedIdentityResourceId?: string
}

export function signAppToken(
  world: World,
  principal: AppPrincipal,
  audience: string,
  authenticatedBy: 'secret' | 'assertion',
): Promise<string> {
  const { clientId, objectId, managedIdentityResourceId } = principal
  return world.keys.sign('entra', {
    ...commonClaims(world, audience),
    appid: clientId,
    appidacr: authenticatedBy === 'secret' ? '1' : '2',
    idtyp: 'app',
    oid: objectId,
    sub: objectId,
    ...(managedIdentityResourceId ? { xms_mirid: managedIdentityResourceId } : {}),
  })
}

/** https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export function signIdToken(
  world: World,
  token: { user: User; clientId: string; sessionId: string; nonce: string | null; openid: string[] },
): Promise<string> {
  const { user, clientId, sessionId, nonce, openid } = token
  const { httpsOrigin, tenantId } = world.settings
  const now = Math.floor(world.clock.now() / 1000)
  return world.keys.sign('entra', {
    aud: clientId,
    iss: `${httpsOrigin}/${tenantId}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + 3600,
    ...(openid.includes('email') ? { email: user.username } : {}),
    login_hint: user.username,
    name: user.displayName,
    ...(nonce === null ? {} : { nonce }),
    oid: user.objectId,
    preferred_username: user.username,
    sid: sessionId,
    sub: pairwiseSubject(user.objectId, clientId),
    tid: tenantId,
    uti: world.newGuid(),
    ver: '2.0',
  })
}

function pairwiseSubject(objectId: string, party: string): string {
  return createHash('sha256').update(`${objectId} ${party}`).digest('base64url')
}
