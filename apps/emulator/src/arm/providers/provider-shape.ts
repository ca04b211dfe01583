import type { World } from '../../kernel/world.ts'
import { armTypes, type ArmType } from '../core/arm-types.ts'
import { regions } from '../subscriptions/location-table.ts'
import { isAlwaysRegistered, registrationState } from './registration.ts'

/** Provider namespaces of the emulator. */
export const providerNamespaces: readonly string[] = [
  ...new Set(Object.values(armTypes).map(({ namespace }) => namespace)),
]

export function findNamespace(wanted: string): string | undefined {
  return providerNamespaces.find((name) => name.toLowerCase() === wanted.toLowerCase())
}

/**
 * A provider, of a subscription or of the tenant as a whole.
 * Source: https://learn.microsoft.com/rest/api/resources/providers/get
 */
export function providerShape(
  world: World,
  namespace: string,
  subscriptionId: string | undefined,
): Record<string, unknown> {
  const resourceTypes = resourceTypesOf(namespace)
  if (subscriptionId === undefined) return { namespace, resourceTypes }
  return {
    id: `/subscriptions/${subscriptionId}/providers/${namespace}`,
    namespace,
    resourceTypes,
    registrationState: registrationState(world, subscriptionId, namespace),
    registrationPolicy: isAlwaysRegistered(namespace) ? 'RegistrationFree' : 'RegistrationRequired',
  }
}

/** Two entries of the same type are one to clients: what each answers to is put together. */
function resourceTypesOf(namespace: string): Record<string, unknown>[] {
  const byType = new Map<string, Set<string>>()
  for (const { namespace: owner, type, apiVersions } of Object.values<ArmType>(armTypes)) {
    if (owner !== namespace) continue
    const versions = byType.get(type) ?? new Set<string>()
    for (const version of apiVersions) versions.add(version)
    byType.set(type, versions)
  }
  return [...byType].map(([type, versions]) => resourceTypeShape(type, [...versions].toSorted()))
}

function resourceTypeShape(type: string, apiVersions: readonly string[]): Record<string, unknown> {
  const newestFirst = apiVersions.toReversed()
  return {
    resourceType: type,
    locations: regions.map(({ displayName }) => displayName),
    apiVersions: newestFirst,
    defaultApiVersion: newestFirst.find((version) => !version.endsWith('-preview')),
    capabilities: 'None',
  }
}
