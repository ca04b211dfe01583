import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'

const identities = 'Microsoft.ManagedIdentity/userAssignedIdentities'

/** Source: https://learn.microsoft.com/azure/role-based-access-control/permissions/identity */
const operations: readonly [name: string, resource: string, operation: string, description: string][] = [
  ['Microsoft.ManagedIdentity/register/action', 'Subscription', 'Register', 'Registers the provider'],
  ['Microsoft.ManagedIdentity/identities/read', 'System Assigned Identity', 'Get', 'Gets an identity'],
  [`${identities}/read`, 'User Assigned Identity', 'Get', 'Gets an existing identity'],
  [`${identities}/write`, 'User Assigned Identity', 'Create/Update', 'Creates or updates an identity'],
  [`${identities}/delete`, 'User Assigned Identity', 'Delete', 'Deletes an existing identity'],
  [`${identities}/assign/action`, 'User Assigned Identity', 'Assign', 'Assigns an identity to a resource'],
  [`${identities}/listAssociatedResources/action`, 'User Assigned Identity', 'List', 'Lists its resources'],
  [`${identities}/revokeTokens/action`, 'User Assigned Identity', 'Revoke', 'Revokes its tokens'],
  [
    `${identities}/federatedIdentityCredentials/read`,
    'Federated Identity Credential',
    'Get',
    'Gets or lists',
  ],
  [`${identities}/federatedIdentityCredentials/write`, 'Federated Identity Credential', 'Write', 'Adds one'],
  [`${identities}/federatedIdentityCredentials/delete`, 'Federated Identity Credential', 'Delete', 'Deletes'],
]

export const listIdentityOperations = armOperation({
  id: 'arm/list-identity-operations',
  method: 'GET',
  path: '/providers/Microsoft.ManagedIdentity/operations',
  armType: armTypes.identityOperations,
  summary: 'Operations of the managed identity provider, as role definitions name them',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/operations/list',
  handle: () => ({
    status: 200,
    body: {
      value: operations.map(([name, resource, operation, description]) => ({
        name,
        display: { provider: 'Microsoft.ManagedIdentity', operation, resource, description },
      })),
    },
  }),
})
