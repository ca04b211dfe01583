import type { BuiltInRole } from './built-in-roles.ts'

const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers'

/**
 * Roles that workloads are often given. What they are about does not exist here; they can be assigned and read.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const workloadRoles: readonly BuiltInRole[] = [
  {
    name: '2a2b9908-6ea1-4ae2-8df8-a410df84e7d1',
    roleName: 'Storage Blob Data Reader',
    description: 'Allows for read access to Azure Storage blob containers and data',
    actions: [
      `${blobs}/read`,
      'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    ],
    notActions: [],
    dataActions: [`${blobs}/blobs/read`],
  },
  {
    name: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
    roleName: 'Storage Blob Data Contributor',
    description: 'Allows for read, write and delete access to Azure Storage blob containers and data',
    actions: [
      `${blobs}/delete`,
      `${blobs}/read`,
      `${blobs}/write`,
      'Microsoft.Storage/storageAccounts/blobServices/generateUserDelegationKey/action',
    ],
    notActions: [],
    dataActions: [
      `${blobs}/blobs/delete`,
      `${blobs}/blobs/read`,
      `${blobs}/blobs/write`,
      `${blobs}/blobs/move/action`,
      `${blobs}/blobs/add/action`,
    ],
  },
  {
    name: '4633458b-17de-408a-b874-0445c86b69e6',
    roleName: 'Key Vault Secrets User',
    description: 'Read secret contents.',
    actions: [],
    notActions: [],
    dataActions: [
      'Microsoft.KeyVault/vaults/secrets/getSecret/action',
      'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
    ],
  },
  {
    name: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
    roleName: 'AcrPull',
    description: 'acr pull',
    actions: ['Microsoft.ContainerRegistry/registries/pull/read'],
    notActions: [],
  },
]
