import { armTypes, type ArmType } from '../core/arm-types.ts'
import { regions } from './location-table.ts'

/** Provider namespaces of the emulator, each registered in every subscription. */
export const providerNamespaces: readonly string[] = [
  ...new Set(Object.values(armTypes).map(({ namespace }) => namespace)),
]

/** Source: https://learn.microsoft.com/rest/api/resources/providers/get */
export function providerShape(namespace: string, subscriptionId: string): Record<string, unknown> {
  const types = Object.values(armTypes).filter((armType) => armType.namespace === namespace)
  return {
    id: `/subscriptions/${subscriptionId}/providers/${namespace}`,
    namespace,
    resourceTypes: types.map(resourceTypeShape),
    registrationState: 'Registered',
    registrationPolicy: 'RegistrationRequired',
  }
}

function resourceTypeShape({ type, apiVersions }: ArmType): Record<string, unknown> {
  const newestFirst = apiVersions.toReversed()
  return {
    resourceType: type,
    locations: regions.map(({ displayName }) => displayName),
    apiVersions: newestFirst,
    defaultApiVersion: newestFirst.find((version) => !version.endsWith('-preview')),
    capabilities: 'None',
  }
}
