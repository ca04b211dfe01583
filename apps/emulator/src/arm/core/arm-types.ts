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

/**
 * Resource types and the api-versions each answers to.
 * Source: https://github.com/Azure/azure-rest-api-specs (specification/msi, resources, subscription, authorization).
 */
export const armTypes = {
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
} as const satisfies Record<string, ArmType>

/** A provider namespace, a type under it, and the api-versions it answers to, oldest first. */
export interface ArmType {
  namespace: string
  type: string
  apiVersions: readonly string[]
}

/** Preview versions that can carry `claimsMatchingExpression`; every other version requires a subject. */
export const versionsWithExpressions: readonly string[] = ['2025-01-31-preview', '2025-05-31-preview']
