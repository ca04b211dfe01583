import type { Application } from '../../kernel/entities/directory.ts'
import { findResource, type Resource, type ResourceScope } from '../../kernel/resources.ts'
import type { World } from '../../kernel/world.ts'
import { firstParty } from '../../seed-first-party.ts'
import { isFirstParty } from '../core/first-party-clients.ts'
import { consentedScopes } from '../token/consent.ts'

/** Delegated permissions of one resource. */
export interface Permissions {
  resource: Resource
  scopes: ResourceScope[]
}

const graphIdentifier = firstParty.graph.appId

/**
 * What a scope parameter asks for, by resource. A bare name is Graph's, as `openid` and its like are; `.default` is what
 * the registration lists for the resource. What no resource defines is left out: the scope parameter was checked before.
 */
export function requestedPermissions(scope: string, client: Application, world: World): Permissions[] {
  const byResource = new Map<string, Permissions>()
  for (const part of scope.split(' ').filter((each) => each !== '')) {
    const cut = part.lastIndexOf('/')
    const name = part.slice(cut + 1)
    for (const resource of resourcesFor(cut === -1 ? graphIdentifier : part.slice(0, cut), world)) {
      const known = byResource.get(resource.appId) ?? { resource, scopes: [] }
      const wanted = name === '.default' ? listed(client, resource) : named(name, resource)
      byResource.set(resource.appId, {
        resource,
        scopes: [...known.scopes, ...wanted.filter((each) => !known.scopes.includes(each))],
      })
    }
  }
  return [...byResource.values()].filter(({ scopes }) => scopes.length > 0)
}

/** Those of them that the client may not use for the person yet. Microsoft's own clients ask nobody for Microsoft's APIs. */
export function missingPermissions(
  requested: readonly Permissions[],
  client: Application,
  userObjectId: string,
  world: World,
): Permissions[] {
  return requested
    .filter(({ resource }) => resource.kind === 'application' || !isFirstParty(client.appId))
    .map(({ resource, scopes }) => {
      const granted = consentedScopes(world, resource, client.appId, userObjectId)
      return { resource, scopes: scopes.filter(({ value }) => !granted.includes(value)) }
    })
    .filter(({ scopes }) => scopes.length > 0)
}

/** The emulator's own address stands for two resources, which are consented to one by one. */
function resourcesFor(identifier: string, world: World): Resource[] {
  const resource = findResource(identifier, world)
  if (resource?.kind !== 'origin') return resource ? [resource] : []
  return [firstParty.arm, firstParty.graph].flatMap(({ appId }) => findResource(appId, world) ?? [])
}

function named(name: string, { scopes }: Resource): ResourceScope[] {
  return scopes.filter(({ value }) => value.toLowerCase() === name.toLowerCase())
}

function listed({ requiredResourceAccess }: Application, { appId, scopes }: Resource): ResourceScope[] {
  const ids = requiredResourceAccess
    .filter(({ resourceAppId }) => resourceAppId === appId)
    .flatMap(({ resourceAccess }) => resourceAccess)
    .filter(({ type }) => type === 'Scope')
    .map(({ id }) => id)
  return scopes.filter(({ id }) => ids.includes(id))
}
