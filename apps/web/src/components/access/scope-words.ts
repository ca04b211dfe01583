import type { ScopeKind, Subscription } from '@trustwright/shared-schemas'

/** An ARM resource ID in its parts. */
interface ReadScope {
  readonly kind: ScopeKind
  readonly subscriptionId: string | null
  readonly resourceGroup: string | null
  /** `microsoft.keyvault/vaults`, in small letters; null unless it is a resource. */
  readonly type: string | null
  readonly name: string
}

/** A scope as a person reads it: `key vault kv-pay` and `in rg-pay, Contoso Production`. */
export interface ScopeWords {
  readonly name: string
  /** Empty where the name says all. */
  readonly place: string
}

const typeWords: Readonly<Record<string, string>> = {
  'microsoft.keyvault/vaults': 'key vault',
  'microsoft.keyvault/vaults/secrets': 'secret',
  'microsoft.storage/storageaccounts': 'storage account',
  'microsoft.storage/storageaccounts/blobservices/containers': 'storage container',
  'microsoft.containerregistry/registries': 'container registry',
  'microsoft.web/sites': 'web app',
  'microsoft.web/sites/slots': 'deployment slot',
  'microsoft.containerservice/managedclusters': 'Kubernetes cluster',
  'microsoft.managedidentity/userassignedidentities': 'managed identity',
  'microsoft.sql/servers': 'SQL server',
  'microsoft.sql/servers/databases': 'SQL database',
  'microsoft.servicebus/namespaces': 'Service Bus namespace',
  'microsoft.compute/virtualmachines': 'virtual machine',
}

/** Any text: what is no resource ID reads as a resource of unknown type. https://learn.microsoft.com/azure/role-based-access-control/scope-overview */
export function readScope(scope: string): ReadScope {
  const parts = scope.split('/').filter((part) => part !== '')
  const small = parts.map((part) => part.toLowerCase())
  const last = parts.at(-1) ?? '/'
  const nowhere = { subscriptionId: null, resourceGroup: null, type: null, name: last }
  if (parts.length === 0) return { ...nowhere, kind: 'root' }
  if (small[1] === 'microsoft.management') return { ...nowhere, kind: 'management-group' }
  if (small[0] !== 'subscriptions') return { ...nowhere, kind: 'resource' }
  const subscriptionId = parts[1] ?? null
  if (parts.length <= 2) return { ...nowhere, kind: 'subscription', subscriptionId }
  const resourceGroup = small[2] === 'resourcegroups' ? (parts[3] ?? null) : null
  if (resourceGroup !== null && parts.length === 4) {
    return { ...nowhere, kind: 'resource-group', subscriptionId, resourceGroup }
  }
  return { kind: 'resource', subscriptionId, resourceGroup, ...readResource(parts, small, last) }
}

function readResource(parts: string[], small: string[], last: string): Pick<ReadScope, 'type' | 'name'> {
  const provider = small.lastIndexOf('providers')
  if (provider === -1) return { type: null, name: last }
  const inside = parts.slice(provider + 2)
  const types = inside.filter((_, index) => index % 2 === 0)
  const names = inside.filter((name, index) => index % 2 === 1 && name.toLowerCase() !== 'default')
  return { type: [small[provider + 1], ...types].join('/').toLowerCase(), name: names.join('/') || last }
}

/** `key vault`; the type itself where there is no word for it; `resource` where it has none. */
export function typeWord(type: string | null): string {
  return type === null ? 'resource' : (typeWords[type] ?? type)
}

/** A subscription that the person cannot read is told by its ID. */
export function scopeWords(scope: string, subscriptions: readonly Subscription[]): ScopeWords {
  const { kind, subscriptionId, resourceGroup, type, name } = readScope(scope)
  const isIt = (one: Subscription) => one.subscriptionId.toLowerCase() === subscriptionId?.toLowerCase()
  const subscription = subscriptions.find(isIt)?.displayName ?? subscriptionId
  if (kind === 'root') return { name: 'Everything in the tenant', place: '' }
  if (kind === 'management-group') return { name: `Management group ${name}`, place: '' }
  if (kind === 'subscription') return { name: subscription ?? name, place: '' }
  const above = kind === 'resource-group' ? [subscription] : [resourceGroup, subscription]
  const place = above.filter((part) => part !== null).join(', ')
  return {
    name: kind === 'resource-group' ? name : `${typeWord(type)} ${name}`,
    place: place === '' ? '' : `in ${place}`,
  }
}
