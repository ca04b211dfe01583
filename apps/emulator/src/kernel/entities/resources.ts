/** What Azure Resource Manager keeps. Times are milliseconds since 1970. */

export interface Subscription {
  subscriptionId: string
  displayName: string
  /** Directory that the subscription trusts: tokens of another tenant are refused. */
  tenantId: string
  state: 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted'
}

export interface ResourceGroup {
  subscriptionId: string
  name: string
  location: string
  tags: Record<string, string>
  managedBy?: string
}

export interface ManagedIdentity {
  subscriptionId: string
  resourceGroup: string
  name: string
  location: string
  tags: Record<string, string>
  principalId: string
  clientId: string
  isolationScope: 'None' | 'Regional'
  assignmentRestrictions: { providers: string[] } | null
  createdAt: number
  /** Access tokens handed out before are refused by the resource manager. */
  tokensRevokedAt?: number
}

export interface RoleAssignment {
  name: string
  scope: string
  roleDefinitionId: string
  principalId: string
  principalType: 'User' | 'ServicePrincipal' | 'Group'
  description: string | null
  condition: string | null
  conditionVersion: string | null
  delegatedManagedIdentityResourceId: string | null
  createdAt: number
  createdBy: string | null
}

/** A custom role; the built-in ones are constants. */
export interface RoleDefinition {
  name: string
  roleName: string
  description: string
  permissions: { actions: string[]; notActions: string[]; dataActions: string[]; notDataActions: string[] }[]
  assignableScopes: string[]
  createdAt: number
  updatedAt: number
  createdBy: string | null
}

/** A resource whose content the emulator keeps as it was written, such as a managed cluster or a policy assignment. */
export interface StoredResource {
  /** Resource id as first written. */
  id: string
  name: string
  /** Such as `Microsoft.ContainerService/managedClusters`. */
  type: string
  location: string | null
  tags: Record<string, string>
  properties: Record<string, unknown>
  /** Fields of the envelope beside those above, such as `identity` and `sku`. */
  extra: Record<string, unknown>
  createdAt: number
}

export interface Deployment {
  id: string
  name: string
  /** Scope it deploys into: a resource group's or a subscription's id. */
  scope: string
  location: string | null
  properties: Record<string, unknown>
  operations: Record<string, unknown>[]
  tags?: Record<string, string>
  /** As it was sent, for its export. */
  template?: Record<string, unknown>
  /** Last part of the address that tells how far it is. */
  statusId?: string
}

export interface ProviderRegistration {
  namespace: string
  state: 'NotRegistered' | 'Registering' | 'Registered' | 'Unregistered'
  changedAt: number
}

/** https://learn.microsoft.com/azure/azure-monitor/platform/activity-log-schema */
export interface ActivityEvent {
  eventId: string
  subscriptionId: string
  at: number
  correlationId: string
  operationName: string
  resourceId: string
  resourceGroup: string | null
  resourceType: string
  status: 'Started' | 'Succeeded' | 'Failed'
  subStatus: string
  callerObjectId: string
  callerName: string
}
