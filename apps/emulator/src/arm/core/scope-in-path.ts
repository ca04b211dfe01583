import { demandSubscription, type ArmCall } from './arm-operation.ts'
import { faults } from './faults.ts'
import { refuse } from './refusal.ts'
import { keyOf, managementGroup } from './resource-ids.ts'

/**
 * The scope before `/providers/Microsoft.Authorization/...`: a subscription, a group or a resource; the one management
 * group that there is; `/` for the tenant. Some clients leave empty segments in it, which do not count. Throws for a subscription that the caller
 * cannot see, and for a group or resource that does not exist.
 */
export function scopeInPath(call: ArmCall): string {
  const segments = (call.params.scope ?? '').split('/').filter((segment) => segment !== '')
  const scope = `/${segments.join('/')}`
  if (scope === '/') return scope
  if (keyOf(scope) === keyOf(managementGroup)) return managementGroup
  const [first = '', subscriptionId, , group, ...resource] = segments
  if (first.toLowerCase() !== 'subscriptions' || subscriptionId === undefined) {
    throw refuse(faults.notEmulated(`the scope '${scope}'`))
  }
  demandSubscription(call.world, call.caller, subscriptionId)
  if (group !== undefined) demandPresent(call, scope, subscriptionId, group, resource)
  return scope
}

function demandPresent(
  { world: { store } }: ArmCall,
  scope: string,
  subscriptionId: string,
  group: string,
  resource: readonly string[],
): void {
  const groupKey = keyOf(`/subscriptions/${subscriptionId}/resourcegroups/${group}`)
  if (!store.resourceGroups.get(groupKey)) throw refuse(faults.resourceGroupNotFound(group))
  if (resource.length === 0) return
  const key = keyOf(`${groupKey}/${resource.join('/')}`)
  if (store.identities.get(key) ?? store.credentials.get(key) ?? store.resources.get(key)) return
  const typeAndName = scope.slice(scope.toLowerCase().indexOf('/providers/') + '/providers/'.length)
  throw refuse(faults.resourceNotFound(typeAndName, group))
}
