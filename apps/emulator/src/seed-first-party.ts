import { guidOf } from './seed-guid.ts'

/**
 * Microsoft's own applications that every tenant knows: the resources tokens are asked for, and public clients.
 * https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
export const firstParty = {
  arm: firstPartyApp('797f4846-ba00-4fd7-ba43-dac1f8f63013', 'Windows Azure Service Management API'),
  graph: firstPartyApp('00000003-0000-0000-c000-000000000000', 'Microsoft Graph'),
  azureCli: firstPartyApp('04b07795-8ddb-461a-bbee-02f9e1bf7b46', 'Microsoft Azure CLI'),
  azurePowerShell: firstPartyApp('1950a258-227b-4e31-a9cf-717495945fc2', 'Microsoft Azure PowerShell'),
  tokenExchange: firstPartyApp('fb60f99c-7a34-4190-8149-302f77469936', 'AAD Token Exchange Endpoint: Public'),
} as const

/** Names of the token exchange, one for each cloud. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity */
export const firstPartyIdentifiers = {
  tokenExchange: [
    'api://AzureADTokenExchange',
    'api://AzureADTokenExchangeUSGov',
    'api://AzureADTokenExchangeChina',
  ],
} as const

/** Home of Microsoft's applications. */
export const microsoftTenantId = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a'

function firstPartyApp(appId: string, displayName: string) {
  return { appId, displayName, servicePrincipalId: guidOf(`first-party ${appId}`) }
}
