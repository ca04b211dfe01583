import { findResource, type Resource } from '../../kernel/resources.ts'
import type { World } from '../../kernel/world.ts'
import { findTenant } from '../../kernel/tenants.ts'
import { findClient } from '../core/client-registration.ts'
import {
  invalidClient,
  invalidGrant,
  invalidResource,
  invalidScope,
  missingParameter,
  notConsented,
} from '../core/refusal.ts'
import { consentedScopes } from './consent.ts'

const openidScopes = ['openid', 'profile', 'email', 'offline_access']
const graph = 'https://graph.microsoft.com'

export interface RequestedScopes {
  /** `openid`, `profile`, `email`, `offline_access` among those asked for. */
  openid: string[]
  /** `aud` of the access token: as the client wrote it in version 1.0, the application id in 2.0. */
  audience: string
  resource: Resource
  /** Permissions for the `scp` claim. */
  permissions: string[]
  /** What the `scope` field of the token reply says. */
  echo: string
}

/** One scope of a request, the resource apart from the permission. */
interface ResourceScope {
  identifier: string
  resource: Resource
  permission: string
}

/**
 * Reads the delegated scopes of a token request. Several resources in one request are AADSTS28000; a permission that
 * nobody consented to is AADSTS65001.
 */
export function readDelegatedScopes(
  scope: string,
  world: World,
  clientId: string,
  userObjectId: string,
): RequestedScopes {
  const all = splitScope(scope)
  const openid = all.filter((part) => openidScopes.includes(part))
  const wanted = all
    .filter((part) => !openidScopes.includes(part))
    .map((part) => readResourceScope(part, world))
  if (new Set(wanted.map(({ resource }) => resource.kind + resource.appId)).size > 1) {
    throw invalidScope(
      28000,
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
    )
  }
  const first = wanted[0] ?? { ...readResourceScope('openid', world), permission: '' }
  const { resource, identifier } = first
  const audience = audienceOf(resource, identifier)
  if (wanted.length === 0) return { openid, audience, resource, permissions: openid, echo: openid.join(' ') }
  const consented = consentedScopes(world, resource, clientId, userObjectId)
  const expanded = wanted.flatMap((each) => expand(each, clientId, consented, world))
  const permissions = [...new Set([...permissionsOfOpenid(resource, openid), ...expanded])]
  return {
    openid,
    audience,
    resource,
    permissions,
    echo: echoOf(
      wanted.map(({ permission }) => permission),
      permissions,
      openid,
      first,
    ),
  }
}

/** Every resource that an authorize request names must exist, with its permissions; there may be several. */
export function checkAuthorizeScopes(scope: string, world: World, clientId: string): void {
  for (const part of splitScope(scope).filter((each) => !openidScopes.includes(each))) {
    const { resource, permission } = readResourceScope(part, world)
    if (permission !== '.default') knownPermission(resource, permission, clientId)
  }
}

/** Reads the one scope of client credentials, `{resource}/.default`. */
export function readApplicationScope(
  scope: string | undefined,
  world: World,
  tenantId: string,
): { audience: string; resource: Resource } {
  if (!scope) throw missingParameter('scope')
  if (!scope.endsWith('/.default') || scope.includes(' ')) {
    throw invalidScope(
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    )
  }
  const { resource, identifier } = readResourceScope(scope, world, tenantId)
  return { resource, audience: audienceOf(resource, identifier) }
}

/** Version 2.0 names the resource by its application id; of the token exchange only the public cloud's is known. */
export function audienceOf({ version, kind, appId }: Resource, identifier: string): string {
  if (version === 1) return identifier
  return kind === 'tokenExchange' && /(?:USGov|China)$/.test(identifier) ? identifier : appId
}

/** What is wrong with a resource that is not there. */
export function unknownResource(identifier: string, directory: string) {
  return invalidResource(
    500011,
    `The resource principal named ${identifier} was not found in the tenant named ${directory}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  )
}

function splitScope(scope: string): string[] {
  const all = scope.split(' ').filter((part) => part !== '')
  if (all.length === 0) throw missingParameter('scope')
  return all
}

/** `https://host//x` keeps the slash that belongs to the resource's identifier. A bare name is Graph's. */
function readResourceScope(
  scope: string,
  world: World,
  tenantId: string = world.settings.tenantId,
): ResourceScope {
  const cut = scope.lastIndexOf('/')
  const identifier = cut === -1 ? graph : scope.slice(0, cut)
  const resource = findResource(identifier, world, tenantId)
  if (!resource) throw unknownResource(identifier, findTenant(tenantId, world)?.displayName ?? tenantId)
  return { identifier, resource, permission: scope.slice(cut + 1) }
}

/** Graph, which tells who a person is, takes them as permissions. */
function permissionsOfOpenid({ kind }: Resource, openid: readonly string[]): string[] {
  const isGraph = kind === 'graph' || kind === 'origin'
  return isGraph ? openid.filter((scope) => scope !== 'offline_access') : []
}

/** `.default` stands for every consented permission. */
function expand(
  { resource, permission }: ResourceScope,
  clientId: string,
  consented: readonly string[],
  world: World,
): string[] {
  if (permission === '.default') {
    if (consented.length === 0) throw consentMissing(clientId, world)
    return [...consented]
  }
  const known = knownPermission(resource, permission, clientId)
  if (!consented.includes(known)) throw consentMissing(clientId, world)
  return [known]
}

function knownPermission({ scopes, appId }: Resource, permission: string, clientId: string): string {
  const found = scopes.find(({ value }) => value.toLowerCase() === permission.toLowerCase())
  if (found) return found.value
  throw invalidClient(
    650053,
    `The application '${clientId}' asked for scope '${permission}' that doesn't exist on the resource '${appId}'. Contact the app vendor.`,
  )
}

function consentMissing(clientId: string, world: World) {
  const { code, message } = notConsented(
    findClient(clientId, world) ?? { appId: clientId, displayName: clientId },
  )
  return invalidGrant(code, message, 'consent_required')
}

function echoOf(
  asked: readonly string[],
  permissions: readonly string[],
  openid: readonly string[],
  { resource, identifier }: ResourceScope,
): string {
  const names = [...new Set([...permissions, ...asked])].filter((name) => !openid.includes(name))
  const full = names.map((name) => `${identifier}/${name}`)
  return (resource.kind === 'graph' ? [...openid, ...full, ...names] : full).join(' ')
}
