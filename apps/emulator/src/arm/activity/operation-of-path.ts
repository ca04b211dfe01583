/** What a request of ARM acts on. */
export interface ActedResource {
  subscriptionId: string
  operationName: string
  resourceId: string
  resourceGroup: string | null
  resourceType: string
}

const verbs: Record<string, string> = { PUT: 'write', PATCH: 'write', DELETE: 'delete' }

/**
 * Operation and resource of a request, from its path: `PUT .../userAssignedIdentities/{name}` is
 * `Microsoft.ManagedIdentity/userAssignedIdentities/write`. Undefined outside a subscription.
 */
export function resourceOfPath(method: string, path: string): ActedResource | undefined {
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeURIComponent)
  const subscriptionId =
    segments[0]?.toLowerCase() === 'subscriptions' ? segments[1]?.toLowerCase() : undefined
  if (subscriptionId === undefined) return undefined
  const resourceGroup = segments[2]?.toLowerCase() === 'resourcegroups' ? (segments[3] ?? null) : null
  const action = method === 'POST' ? segments.at(-1) : undefined
  const named = action === undefined ? segments : segments.slice(0, -1)
  const type = typeOf(named)
  const operation = action === undefined ? (verbs[method] ?? method.toLowerCase()) : `${action}/action`
  return {
    subscriptionId,
    operationName: `${type}/${operation}`,
    resourceId: `/${named.join('/')}`,
    resourceGroup,
    resourceType: type,
  }
}

function typeOf(segments: readonly string[]): string {
  const provider = segments.findLastIndex((segment) => segment.toLowerCase() === 'providers')
  const [namespace, ...rest] = provider === -1 ? [] : segments.slice(provider + 1)
  if (namespace === undefined) {
    const isGroup = segments[2]?.toLowerCase() === 'resourcegroups'
    return isGroup ? 'Microsoft.Resources/subscriptions/resourceGroups' : 'Microsoft.Resources/subscriptions'
  }
  return [namespace, ...rest.filter((_, index) => index % 2 === 0)].join('/')
}
