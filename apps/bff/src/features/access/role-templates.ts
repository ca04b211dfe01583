import type { RoleTemplateList } from '@trustwright/shared-schemas'

const page = 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles'

/** Names and IDs of built-in roles, which are the same in every tenant; `source` is the vendor's page. */
export const roleTemplates: RoleTemplateList = {
  asOf: '2026-11-22',
  templates: [
    {
      task: 'Read files of a storage container',
      roleName: 'Storage Blob Data Reader',
      roleId: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
      scopeKind: 'resource',
      source: `${page}/storage`,
    },
    {
      task: 'Upload files to a storage container',
      roleName: 'Storage Blob Data Contributor',
      roleId: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
      scopeKind: 'resource',
      source: `${page}/storage`,
    },
    {
      task: 'Read secrets of a key vault',
      roleName: 'Key Vault Secrets User',
      roleId: '4633458b-17de-408a-b874-0445c86b69e6',
      scopeKind: 'resource',
      source: `${page}/security`,
    },
    {
      task: 'Push container images to a registry without attribute conditions (ABAC)',
      roleName: 'AcrPush',
      roleId: '8311e382-0749-4cb8-b61a-304f252e45ec',
      scopeKind: 'resource',
      source: `${page}/containers`,
    },
    {
      task: 'Pull container images from a registry without attribute conditions (ABAC)',
      roleName: 'AcrPull',
      roleId: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
      scopeKind: 'resource',
      source: `${page}/containers`,
    },
    {
      task: 'Deploy to a web app or function app',
      roleName: 'Website Contributor',
      roleId: 'de139f84-1756-47ae-9be6-808fbbe84772',
      scopeKind: 'resource',
      source: `${page}/web-and-mobile`,
    },
    {
      task: 'Deploy templates into one resource group',
      roleName: 'Contributor',
      roleId: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
      scopeKind: 'resource-group',
      source: `${page}/privileged`,
    },
    {
      task: 'Look at resources without changing them',
      roleName: 'Reader',
      roleId: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
      scopeKind: 'resource-group',
      source: `${page}/general`,
    },
  ],
}
