/** ARM compares ids without regard to case: the store's keys are lower case. */
export function keyOf(id: string): string {
  return id.toLowerCase()
}

function subscriptionScope(subscriptionId: string): string {
  return `/subscriptions/${subscriptionId}`
}

/** As the resource manager itself writes it, with `resourceGroups`. */
export function groupId(subscriptionId: string, name: string): string {
  return `${subscriptionScope(subscriptionId)}/resourceGroups/${name}`
}

/**
 * As Microsoft.ManagedIdentity returns it, with `resourcegroups` in lower case.
 * Source: https://github.com/Azure/azure-rest-api-specs (Microsoft.ManagedIdentity, examples of 2026-05-31).
 */
export function identityId(subscriptionId: string, group: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
}

export function credentialId(identity: string, name: string): string {
  return `${identity}/federatedIdentityCredentials/${name}`
}

/** Every subscription lies in this one. https://learn.microsoft.com/azure/governance/management-groups/overview */
export const managementGroup = '/providers/Microsoft.Management/managementGroups/contoso'

/** True when the scope is the target or contains it; `/` contains everything. */
export function covers(scope: string, target: string): boolean {
  const outer = normalise(scope)
  const inner = normalise(target)
  if (outer === groupAbove) return inner.startsWith('/subscriptions/') || isAtOrBelow(inner, outer)
  return isAtOrBelow(inner, outer)
}

const groupAbove = managementGroup.toLowerCase()

function isAtOrBelow(inner: string, outer: string): boolean {
  return inner.startsWith(outer) && (inner.length === outer.length || inner[outer.length] === '/')
}

/** One leading slash, no empty segments, no trailing slash, lower case. The tenant itself is the empty string. */
function normalise(scope: string): string {
  const lower = scope.toLowerCase()
  if (lower.startsWith('/') && !lower.endsWith('/') && !lower.includes('//')) return lower
  return lower
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => `/${segment}`)
    .join('')
}

export function sameScope(one: string, other: string): boolean {
  return normalise(one) === normalise(other)
}
