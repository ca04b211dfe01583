import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { ownProviders, type ArmType } from './arm-types.ts'
import { faults } from './faults.ts'
import { locationNames } from '../subscriptions/locations.ts'
import { refuse } from './refusal.ts'
import { groupId, identityId, keyOf } from './resource-ids.ts'

/**
 * The api-version in lower case. Throws when it is missing, is no version, or is none of this type's.
 * Resource providers and the resource manager itself use different words for the last case.
 */
export function apiVersionOf(request: EmulatorRequest, world: World, armType: ArmType): string {
  const given = queryValue(request.query, 'api-version')
  if (given === undefined || given === '') throw refuse(faults.missingApiVersion())
  const version = given.toLowerCase()
  if (armType.apiVersions.includes(version)) return version
  const isVersion = /^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/.test(version)
  if (!isVersion || !ownProviders.includes(armType.namespace)) {
    throw refuse(faults.invalidApiVersion(given, armType.apiVersions))
  }
  const location = locationOf(request.params, world)
  throw refuse(faults.noRegisteredProvider(location, given, armType.type, armType.apiVersions, locationNames))
}

/**
 * ARM reads query names without regard to case: `$skiptoken` and `$skipToken` are one. Values of a name that comes more
 * than once are joined by commas, as ASP.NET does.
 */
export function queryValue(query: URLSearchParams, name: string): string | undefined {
  const values = [...query].filter(([key]) => key.toLowerCase() === name.toLowerCase())
  return values.length === 0 ? undefined : values.map(([, value]) => value).join(',')
}

function locationOf(params: Record<string, string>, world: World): string {
  const { subscriptionId = '', resourceGroup = '', identity = '' } = params
  const found =
    world.store.identities.get(keyOf(identityId(subscriptionId, resourceGroup, identity))) ??
    world.store.resourceGroups.get(keyOf(groupId(subscriptionId, resourceGroup)))
  return found?.location ?? 'global'
}
