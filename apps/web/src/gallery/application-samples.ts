import type {
  Application,
  ApplicationDetail,
  ApplicationList,
  CreatedApplication,
  DirectoryAccess,
  IdentitySearch,
} from '@trustwright/shared-schemas'
import { ago } from './samples.ts'

const day = 24 * 3_600_000
const names = [
  'pay-api deploys',
  'shop',
  '請求書サービス',
  'خدمة الفواتير',
  `legacy ${'reporting '.repeat(20).trim()}`,
]
const audiences = [
  'AzureADMyOrg',
  'AzureADMyOrg',
  'AzureADMultipleOrgs',
  'AzureADandPersonalMicrosoftAccount',
  null,
]

function application(index: number): Application {
  const tail = String(index).padStart(12, '0')
  return {
    appId: `cccccccc-1111-4222-8333-${tail}`,
    objectId: `dddddddd-1111-4222-8333-${tail}`,
    displayName: `${names[index % names.length] ?? 'app'} ${index}`,
    signInAudience: audiences[index % audiences.length] ?? null,
    createdAt: ago(index * day),
  }
}

export function sampleApplications(total: number): ApplicationList {
  return {
    applications: Array.from({ length: Math.min(total, 100) }, (_, index) => application(index)),
    total,
    nextCursor: total > 100 ? 'more' : null,
  }
}

/** Of somebody else, and without a service principal. */
export function sampleApplicationDetail(appId: string): ApplicationDetail {
  const access = {
    allowed: false,
    action: 'microsoft.directory/applications/credentials/update',
    role: 'Cloud Application Administrator',
    scope: `/applications/${appId}`,
    because: null,
    permission: 'Application.ReadWrite.All',
    permissionGranted: true,
  }
  return {
    application: { ...application(2), appId },
    owners: [
      {
        objectId: 'o2',
        kind: 'user',
        displayName: 'Dana Developer',
        username: 'dana@contoso.example',
      },
    ],
    servicePrincipalId: null,
    trustCount: 7,
    slotsLeft: 13,
    trustWrite: access,
    trustDelete: access,
  }
}

export function sampleIdentities(total: number, subscriptionId: string): IdentitySearch {
  return {
    identities: Array.from({ length: total }, (_, index) => {
      const tail = String(index).padStart(12, '0')
      const identityName = `id-shop-${index}`
      return {
        subscriptionId,
        resourceGroup: 'rg-shop-westeurope',
        identityName,
        resourceId: `/subscriptions/${subscriptionId}/resourceGroups/rg-shop-westeurope/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identityName}`,
        location: index % 9 === 0 ? 'newzealandnorth' : 'westeurope',
        supportsTrusts: index % 9 !== 0,
        tenantId: '99999999-aaaa-4bbb-8ccc-dddddddddddd',
        clientId: `eeeeeeee-1111-4222-8333-${tail}`,
        principalId: `ffffffff-1111-4222-8333-${tail}`,
      }
    }),
    complete: true,
    source: 'resource-graph',
    unreadable: [],
  }
}

/** The application was made, and the step after it refused. */
export const sampleHalfMade: CreatedApplication = {
  application: application(0),
  servicePrincipalId: null,
  notDone: [
    {
      step: 'service-principal',
      code: 'FORBIDDEN',
      detail: 'Your organisation lets only some people make service principals, and you are not among them.',
      nextStep: 'Ask an administrator of the directory for the Application Developer role.',
    },
  ],
}

/** `null`: Graph does not tell. */
export function sampleDirectoryAccess(allowed: boolean | null): Record<string, DirectoryAccess> {
  const access: DirectoryAccess = {
    allowed,
    action: 'microsoft.directory/applications/createAsOwner',
    role: 'Application Developer',
    scope: '/',
    because: null,
    permission: 'Application.ReadWrite.All',
    permissionGranted: allowed === null,
  }
  return { readApplications: access, createApplication: access, writeTrusts: access }
}
