import { findResource, type ResourceName } from '../../kernel/resources.ts'
import type { Settings } from '../../kernel/world.ts'
import { tenantDisplayName } from '../../seed.ts'
import { invalidClient, invalidResource, invalidScope, missingParameter } from '../core/refusal.ts'

const openidScopes = ['openid', 'profile', 'email', 'offline_access']

/** Delegated permissions that a client may ask for; all count as consented by an administrator. */
const delegatedScopes: Record<ResourceName, readonly string[]> = {
  arm: ['user_impersonation'],
  graph: [
    'Application.Read.All',
    'Application.ReadWrite.All',
    'AuditLog.Read.All',
    'Directory.Read.All',
    'User.Read',
    'User.Read.All',
    'User.ReadBasic.All',
  ],
}

export interface RequestedScopes {
  /** `openid`, `profile`, `email`, `offline_access` among those asked for. */
  openid: string[]
  /** Audience of the access token, as the client wrote it. */
  audience: string
  /** Permissions for the `scp` claim. */
  permissions: string[]
  /** What the `scope` field of the token reply says. */
  echo: string
}

interface ResourceScope {
  audience: string
  resource: ResourceName
  appId: string
  permission: string
}

/** Reads the delegated scopes of a code or refresh request; several resources in one token request are AADSTS28000. */
export function readDelegatedScopes(scope: string, settings: Settings, clientId: string): RequestedScopes {
  const all = scope.split(' ').filter((part) => part !== '')
  if (all.length === 0) throw missingParameter('scope')
  const openid = all.filter((part) => openidScopes.includes(part))
  const wanted = all
    .filter((part) => !openidScopes.includes(part))
    .map((part) => readResourceScope(part, settings))
  const resources = new Set(wanted.map(({ resource }) => resource))
  if (resources.size > 1) {
    throw invalidScope(
      28000,
      `Provided value for the input parameter scope is not valid because it contains more than one resource. Scope ${scope} is not valid.`,
    )
  }
  const first = wanted[0]
  if (!first) {
    return { openid, audience: 'https://graph.microsoft.com', permissions: openid, echo: openid.join(' ') }
  }
  const permissions = wanted.flatMap((each) => expand(each, clientId))
  const prefix = `${first.audience}/`
  const echo = [...new Set([...permissions, ...wanted.map(({ permission }) => permission)])]
  return {
    openid,
    audience: first.audience,
    permissions: [...new Set(permissions)],
    echo:
      first.resource === 'graph'
        ? [...openid, ...echo.map((name) => `${prefix}${name}`), ...echo].join(' ')
        : echo.map((name) => `${prefix}${name}`).join(' '),
  }
}

/** Every resource that an authorize request names must exist; there may be several. */
export function checkAuthorizeScopes(scope: string, settings: Settings, clientId: string): void {
  const all = scope.split(' ').filter((part) => part !== '')
  if (all.length === 0) throw missingParameter('scope')
  for (const part of all.filter((each) => !openidScopes.includes(each))) {
    expand(readResourceScope(part, settings), clientId)
  }
}

/** Reads the one scope of client credentials, `{resource}/.default`; gives the audience. */
export function readApplicationScope(scope: string | undefined, settings: Settings): string {
  if (!scope) throw missingParameter('scope')
  if (!scope.endsWith('/.default') || scope.includes(' ')) {
    throw invalidScope(
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    )
  }
  return readResourceScope(scope, settings).audience
}

/** `https://host//x` keeps the slash that belongs to the resource's identifier. A bare name is Graph's. */
function readResourceScope(scope: string, settings: Settings): ResourceScope {
  const cut = scope.lastIndexOf('/')
  const audience = cut === -1 ? 'https://graph.microsoft.com' : scope.slice(0, cut)
  const resource = findResource(audience, settings)
  if (!resource) {
    throw invalidResource(
      500011,
      `The resource principal named ${audience} was not found in the tenant named ${tenantDisplayName}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    )
  }
  return { audience, resource: resource.name, appId: resource.appId, permission: scope.slice(cut + 1) }
}

/** `.default` stands for every consented permission. */
function expand({ resource, permission, appId }: ResourceScope, clientId: string): string[] {
  const known = delegatedScopes[resource]
  if (permission === '.default') return [...known]
  const found = known.find((name) => name.toLowerCase() === permission.toLowerCase())
  if (found === undefined) {
    throw invalidClient(
      650053,
      `The application '${clientId}' asked for scope '${permission}' that doesn't exist on the resource '${appId}'. Contact the app vendor.`,
    )
  }
  return [found]
}
