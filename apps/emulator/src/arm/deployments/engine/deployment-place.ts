import type { Caller } from '../../../kernel/bearer.ts'
import type { World } from '../../../kernel/world.ts'
import { tenantDisplayName } from '../../../seed.ts'
import { groupShape } from '../../groups/group-shape.ts'
import { groupId, keyOf } from '../../core/resource-ids.ts'
import type { DeploymentPlace } from '../language/evaluation-context.ts'
import type { JsonObject } from '../language/json.ts'
import type { DeploymentRequest } from './deployment-request.ts'
import { groupType } from './deployment-scope.ts'

/**
 * What `subscription()`, `resourceGroup()`, `tenant()`, `deployment()`, `environment()` and `deployer()` return.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope
 */
export function deploymentPlace(
  request: DeploymentRequest,
  world: World,
  caller: Caller,
  groups: ReadonlyMap<string, JsonObject>,
): DeploymentPlace {
  const { subscriptionId, resourceGroup } = request.scope
  const { tenantId } = world.settings
  const subscription = world.store.subscriptions.get(subscriptionId.toLowerCase())
  return {
    subscriptionId,
    resourceGroup,
    facts: {
      subscription: {
        id: `/subscriptions/${subscriptionId}`,
        subscriptionId,
        tenantId,
        displayName: subscription?.displayName ?? '',
      },
      resourceGroup: groupFacts(request, world, groups),
      tenant: {
        id: `/tenants/${tenantId}`,
        tenantId,
        displayName: tenantDisplayName,
        tenantCategory: 'Home',
        countryCode: 'US',
      },
      deployment: {
        name: request.name,
        ...(request.location === undefined ? {} : { location: request.location }),
        properties: {
          template: request.template.source,
          parameters: request.given,
          mode: request.mode,
          provisioningState: 'Running',
        },
      },
      environment: environmentFacts(world),
      deployer: {
        objectId: caller.objectId,
        tenantId,
        userPrincipalName: caller.upn ?? '',
      },
    },
  }
}

function groupFacts(
  { scope: { subscriptionId, resourceGroup } }: DeploymentRequest,
  world: World,
  groups: ReadonlyMap<string, JsonObject>,
): JsonObject | undefined {
  if (resourceGroup === undefined) return undefined
  const id = groupId(subscriptionId, resourceGroup)
  const present = world.store.resourceGroups.get(keyOf(id))
  // Shapes of answers hold nothing but JSON.
  if (present) return groupShape(present) as JsonObject
  const planned = groups.get(keyOf(id))
  return planned && { id, name: resourceGroup, type: groupType, ...planned }
}

/** The public cloud's names with the emulator's own addresses. */
function environmentFacts({ settings: { httpsOrigin } }: World): JsonObject {
  return {
    name: 'AzureCloud',
    resourceManager: `${httpsOrigin}/`,
    portal: 'https://portal.azure.com/',
    graph: `${httpsOrigin}/`,
    authentication: {
      loginEndpoint: `${httpsOrigin}/`,
      audiences: ['https://management.core.windows.net/', 'https://management.azure.com/'],
      tenant: 'common',
      identityProvider: 'AAD',
    },
    suffixes: {
      keyvaultDns: '.vault.azure.net',
      storage: 'core.windows.net',
      sqlServerHostname: '.database.windows.net',
    },
  }
}
