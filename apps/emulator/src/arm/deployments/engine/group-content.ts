import type { World } from '../../../kernel/world.ts'
import { armTypes } from '../../core/arm-types.ts'
import { resourcesIn } from '../../resources/all-resources.ts'
import type { JsonObject } from '../language/json.ts'
import { scopeId, type DeploymentScope } from './deployment-scope.ts'

/** A resource that lies in a group, without those under it. */
export interface PresentResource {
  id: string
  /** Version that reads and deletes it. */
  apiVersion: string
  /** What a what-if shows of it. */
  shown: JsonObject
}

/** What a deployment finds in its group: identities, clusters and the like. Nothing for a subscription. */
export function resourcesInGroup(world: World, scope: DeploymentScope): PresentResource[] {
  const { subscriptionId, resourceGroup } = scope
  if (resourceGroup === undefined) return []
  return resourcesIn(world, subscriptionId, resourceGroup).flatMap(({ name, type, location, tags }) => {
    const apiVersion = newestVersion(type)
    if (apiVersion === undefined) return []
    const id = `${scopeId(scope)}/providers/${type}/${name}`
    return [{ id, apiVersion, shown: { apiVersion, id, name, type, location, tags } }]
  })
}

function newestVersion(type: string): string | undefined {
  const found = Object.values(armTypes).find(
    (armType) => `${armType.namespace}/${armType.type}`.toLowerCase() === type.toLowerCase(),
  )
  return found?.apiVersions.findLast((version) => !version.endsWith('-preview'))
}
