import type { ScopeKind } from '@trustwright/shared-schemas'

/** From an ARM resource ID. https://learn.microsoft.com/azure/role-based-access-control/scope-overview */
export function scopeKindOf(scope: string): ScopeKind {
  const parts = scope
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '')
  if (parts.length === 0) return 'root'
  if (parts[0] === 'providers' && parts[2] === 'managementgroups') return 'management-group'
  if (parts[0] !== 'subscriptions') return 'resource'
  if (parts.length <= 2) return 'subscription'
  return parts[2] === 'resourcegroups' && parts.length === 4 ? 'resource-group' : 'resource'
}

const widths: readonly ScopeKind[] = [
  'resource',
  'resource-group',
  'subscription',
  'management-group',
  'root',
]

/** Narrowest first; of two of a kind the deeper one. */
export function compareScopes(one: string, other: string): number {
  const width = widths.indexOf(scopeKindOf(one)) - widths.indexOf(scopeKindOf(other))
  return width === 0 ? other.split('/').length - one.split('/').length : width
}
