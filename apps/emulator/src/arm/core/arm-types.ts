const identityVersions = [
  '2015-08-31-preview',
  '2018-11-30',
  '2021-09-30-preview',
  '2022-01-31-preview',
  '2023-01-31',
  '2023-07-31-preview',
  '2024-11-30',
  '2025-01-31-preview',
  '2025-05-31-preview',
  '2026-04-30',
  '2026-05-31',
] as const

const deploymentVersions = [
  '2015-11-01',
  '2016-02-01',
  '2016-07-01',
  '2016-09-01',
  '2017-05-10',
  '2018-02-01',
  '2018-05-01',
  '2019-03-01',
  '2019-05-01',
  '2019-05-10',
  '2019-07-01',
  '2019-08-01',
  '2019-10-01',
  '2020-06-01',
  '2020-08-01',
  '2020-10-01',
  '2021-01-01',
  '2021-04-01',
  '2022-09-01',
  '2023-07-01',
  '2024-03-01',
  '2024-07-01',
  '2024-11-01',
  '2025-03-01',
  '2025-04-01',
  '2026-06-01',
] as const

const resourceVersions = [
  '2015-01-01',
  '2016-06-01',
  '2016-09-01',
  '2018-05-01',
  '2019-05-01',
  '2019-06-01',
  '2019-10-01',
  '2019-11-01',
  '2020-01-01',
  '2020-06-01',
  '2020-10-01',
  '2021-01-01',
  '2021-04-01',
  '2022-01-01',
  '2022-09-01',
  '2022-12-01',
  '2023-07-01',
  '2024-03-01',
  '2024-07-01',
  '2024-11-01',
  '2025-03-01',
  '2025-04-01',
] as const

const policyVersions = [
  '2016-04-01',
  '2016-12-01',
  '2017-06-01-preview',
  '2018-03-01',
  '2018-05-01',
  '2019-01-01',
  '2019-06-01',
  '2019-09-01',
  '2020-03-01',
  '2020-09-01',
  '2021-06-01',
  '2022-06-01',
  '2023-04-01',
  '2024-04-01',
  '2024-05-01',
  '2025-01-01',
  '2025-03-01',
] as const

const clusterVersions = [
  '2020-09-01',
  '2021-05-01',
  '2021-10-01',
  '2022-01-01',
  '2022-04-01',
  '2022-07-01',
  '2022-09-01',
  '2022-11-01',
  '2023-01-01',
  '2023-05-01',
  '2023-08-01',
  '2023-11-01',
  '2024-01-01',
  '2024-05-01',
  '2024-09-01',
  '2025-01-01',
  '2025-05-01',
  '2025-10-01',
  '2026-01-01',
  '2026-03-01',
  '2026-06-01',
] as const

/**
 * Resource types and the api-versions each answers to.
 * Source: https://github.com/Azure/azure-rest-api-specs (specification/msi, resources, subscription, authorization).
 */
export const armTypes = {
  resources: { namespace: 'Microsoft.Resources', type: 'resources', apiVersions: resourceVersions },
  tenants: { namespace: 'Microsoft.Resources', type: 'tenants', apiVersions: resourceVersions },
  subscriptions: { namespace: 'Microsoft.Resources', type: 'subscriptions', apiVersions: resourceVersions },
  locations: {
    namespace: 'Microsoft.Resources',
    type: 'subscriptions/locations',
    apiVersions: resourceVersions,
  },
  providers: {
    namespace: 'Microsoft.Resources',
    type: 'subscriptions/providers',
    apiVersions: resourceVersions,
  },
  operationResults: {
    namespace: 'Microsoft.Resources',
    type: 'subscriptions/operationresults',
    apiVersions: resourceVersions,
  },
  resourceGroups: {
    namespace: 'Microsoft.Resources',
    type: 'resourceGroups',
    apiVersions: resourceVersions,
  },
  deployments: { namespace: 'Microsoft.Resources', type: 'deployments', apiVersions: deploymentVersions },
  identities: {
    namespace: 'Microsoft.ManagedIdentity',
    type: 'userAssignedIdentities',
    apiVersions: identityVersions,
  },
  credentials: {
    namespace: 'Microsoft.ManagedIdentity',
    type: 'userAssignedIdentities/federatedIdentityCredentials',
    apiVersions: identityVersions.slice(identityVersions.indexOf('2022-01-31-preview')),
  },
  roleAssignments: {
    namespace: 'Microsoft.Authorization',
    type: 'roleAssignments',
    apiVersions: [
      '2015-07-01',
      '2018-01-01-preview',
      '2018-07-01',
      '2018-09-01-preview',
      '2020-03-01-preview',
      '2020-04-01-preview',
      '2020-08-01-preview',
      '2020-10-01-preview',
      '2021-04-01-preview',
      '2022-04-01',
    ],
  },
  roleDefinitions: {
    namespace: 'Microsoft.Authorization',
    type: 'roleDefinitions',
    apiVersions: ['2015-07-01', '2018-01-01-preview', '2018-07-01', '2022-04-01', '2022-05-01-preview'],
  },
  permissions: {
    namespace: 'Microsoft.Authorization',
    type: 'permissions',
    apiVersions: ['2015-07-01', '2018-01-01-preview', '2018-07-01', '2022-04-01'],
  },
  denyAssignments: {
    namespace: 'Microsoft.Authorization',
    type: 'denyAssignments',
    apiVersions: ['2018-07-01-preview', '2022-04-01'],
  },
  locks: {
    namespace: 'Microsoft.Authorization',
    type: 'locks',
    apiVersions: ['2015-01-01', '2016-09-01', '2017-04-01', '2020-05-01'],
  },
  policyDefinitions: {
    namespace: 'Microsoft.Authorization',
    type: 'policyDefinitions',
    apiVersions: policyVersions,
  },
  policySetDefinitions: {
    namespace: 'Microsoft.Authorization',
    type: 'policySetDefinitions',
    apiVersions: policyVersions,
  },
  policyAssignments: {
    namespace: 'Microsoft.Authorization',
    type: 'policyAssignments',
    apiVersions: policyVersions,
  },
  systemAssignedIdentities: {
    namespace: 'Microsoft.ManagedIdentity',
    type: 'identities',
    apiVersions: identityVersions.slice(identityVersions.indexOf('2018-11-30')),
  },
  identityOperations: {
    namespace: 'Microsoft.ManagedIdentity',
    type: 'operations',
    apiVersions: identityVersions,
  },
  associatedResources: {
    namespace: 'Microsoft.ManagedIdentity',
    type: 'userAssignedIdentities',
    apiVersions: ['2021-09-30-preview', '2022-01-31-preview'],
  },
  tokenRevocations: {
    namespace: 'Microsoft.ManagedIdentity',
    type: 'userAssignedIdentities',
    apiVersions: ['2023-07-31-preview'],
  },
  clusters: {
    namespace: 'Microsoft.ContainerService',
    type: 'managedClusters',
    apiVersions: clusterVersions,
  },
  resourceGraph: {
    namespace: 'Microsoft.ResourceGraph',
    type: 'resources',
    apiVersions: [
      '2018-09-01-preview',
      '2019-04-01',
      '2020-04-01-preview',
      '2021-03-01',
      '2021-06-01-preview',
      '2022-10-01',
      '2024-04-01',
    ],
  },
  activityEvents: {
    namespace: 'Microsoft.Insights',
    type: 'eventtypes',
    apiVersions: ['2014-04-01', '2015-04-01', '2017-03-01-preview'],
  },
} as const satisfies Record<string, ArmType>

/** A provider namespace, a type under it, and the api-versions it answers to, oldest first. */
export interface ArmType {
  namespace: string
  type: string
  apiVersions: readonly string[]
}

/** Providers of their own, which answer to an unknown version in other words than the resource manager. */
export const ownProviders: readonly string[] = ['Microsoft.ManagedIdentity', 'Microsoft.ContainerService']

/** Preview versions that can carry `claimsMatchingExpression`; every other version requires a subject. */
export const versionsWithExpressions: readonly string[] = ['2025-01-31-preview', '2025-05-31-preview']
