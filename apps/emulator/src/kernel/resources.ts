import { firstParty, firstPartyIdentifiers } from '../seed-first-party.ts'
import { servicePrincipalOf } from './directory.ts'
import type { Application } from './entities/directory.ts'
import { graphRoles, graphScopes } from './graph-permissions.ts'
import type { Settings, World } from './world.ts'

/** The resources whose own API the emulator has. */
export type ResourceName = 'arm' | 'graph'

/**
 * Something that tokens are asked for. `origin` is the emulator's own address, which clients with a cloud of their own
 * ask for in place of both ARM and Graph: its tokens are good for both.
 */
export interface Resource {
  kind: ResourceName | 'origin' | 'tokenExchange' | 'application'
  appId: string
  displayName: string
  /** Object ids of the service principals whose consent and role assignments count. */
  principalIds: readonly string[]
  scopes: readonly ResourceScope[]
  roles: readonly { id: string; value: string }[]
  /** Version of its access tokens. */
  version: 1 | 2
  /** Absent for Microsoft's own. */
  application?: Application
}

export interface ResourceScope {
  id: string
  value: string
  /** Whether people may consent for themselves. */
  consent: 'User' | 'Admin'
  /** What it lets a client do, in the words of the consent page. */
  title: string
}

/** Delegated permissions of Azure Resource Manager. */
export const armScopes: readonly ResourceScope[] = [
  {
    id: '41094075-9dad-400e-a0bd-54e686782033',
    value: 'user_impersonation',
    consent: 'User',
    title: 'Access Azure Service Management as you',
  },
]

const identifiersOf: Record<ResourceName, readonly string[]> = {
  arm: ['https://management.azure.com', 'https://management.core.windows.net'],
  graph: ['https://graph.microsoft.com'],
}

const wellKnown: readonly { identifiers: readonly string[]; resource: Resource }[] = [
  { identifiers: identifiersOf.arm, resource: microsoft('arm', firstParty.arm, armScopes, [], 1) },
  {
    identifiers: identifiersOf.graph,
    resource: microsoft('graph', firstParty.graph, graphScopes, graphRoles, 1),
  },
  {
    identifiers: firstPartyIdentifiers.tokenExchange,
    resource: microsoft('tokenExchange', firstParty.tokenExchange, [], [], 2),
  },
]

/**
 * Finds a resource by application id or identifier URI, with or without one trailing slash. An application counts in
 * a tenant where it has a service principal.
 */
export function findResource(
  identifier: string,
  world: World,
  tenantId: string = world.settings.tenantId,
): Resource | undefined {
  const wanted = withoutTrailingSlash(identifier)
  if (wanted === world.settings.httpsOrigin) return originResource()
  const known = wellKnown.find(({ identifiers, resource }) => {
    return resource.appId === wanted.toLowerCase() || identifiers.includes(wanted)
  })
  return known?.resource ?? applicationResource(identifier, world, tenantId)
}

function applicationResource(identifier: string, world: World, tenantId: string): Resource | undefined {
  const { applications } = world.store
  const application =
    applications.get(identifier.toLowerCase()) ??
    applications.by('identifierUri', identifier)[0] ??
    applications.by('identifierUri', withoutTrailingSlash(identifier))[0]
  const principal = application && servicePrincipalOf(world, application.appId, tenantId)
  if (!application || !principal) return undefined
  const { api, appRoles, appId, displayName } = application
  return {
    kind: 'application',
    appId,
    displayName,
    principalIds: [principal.objectId],
    scopes: api.oauth2PermissionScopes
      .filter(({ isEnabled }) => isEnabled)
      .map(({ id, value, type, adminConsentDisplayName, userConsentDisplayName }) => ({
        id,
        value,
        consent: type,
        title: userConsentDisplayName ?? adminConsentDisplayName,
      })),
    roles: appRoles.flatMap(({ id, value, isEnabled }) =>
      isEnabled && value !== null ? [{ id, value }] : [],
    ),
    version: api.requestedAccessTokenVersion ?? 1,
    application,
  }
}

/** Every `aud` value that one of the emulator's own APIs takes. */
export function allowedAudiences(name: ResourceName, { httpsOrigin }: Settings): string[] {
  return [
    ...[...identifiersOf[name], httpsOrigin].flatMap((identifier) => [`${identifier}/`, identifier]),
    firstParty[name].appId,
  ]
}

function originResource(): Resource {
  const { arm, graph } = firstParty
  return {
    ...microsoft('arm', arm, [...armScopes, ...graphScopes], graphRoles, 1),
    kind: 'origin',
    principalIds: [arm.servicePrincipalId, graph.servicePrincipalId],
  }
}

function microsoft(
  kind: Resource['kind'],
  app: (typeof firstParty)[keyof typeof firstParty],
  scopes: readonly ResourceScope[],
  roles: Resource['roles'],
  version: 1 | 2,
): Resource {
  const { appId, displayName, servicePrincipalId } = app
  return { kind, appId, displayName, principalIds: [servicePrincipalId], scopes, roles, version }
}

function withoutTrailingSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text
}
