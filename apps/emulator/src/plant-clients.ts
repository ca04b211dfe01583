import { exposedApi } from './exposed-api.ts'
import { newServicePrincipal } from './kernel/directory.ts'
import { applicationKey } from './kernel/entities/federated-credential.ts'
import { storeCredential } from './kernel/credential-writes.ts'
import type { World } from './kernel/world.ts'
import { consentForEverybody, plantApplication } from './plant-application.ts'
import { firstParty } from './seed-first-party.ts'
import { guidOf } from './seed-guid.ts'
import {
  apiClient,
  cliClient,
  githubIssuer,
  partnerClient,
  partnerTenant,
  spaClient,
  tokenExchangeAudience,
} from './seed.ts'

const graphScopes = 'openid profile email offline_access User.Read'

/** Applications for the flows that the portal itself does not use: on-behalf-of, single-page, device code, two tenants. */
export function plantClients(world: World): void {
  plantApi(world)
  plantPublicClient(world, spaClient, {
    redirectUris: { web: [], spa: [...spaClient.redirectUris], publicClient: [] },
  })
  plantPublicClient(world, cliClient, {
    redirectUris: { web: [], spa: [], publicClient: [...cliClient.redirectUris] },
    isFallbackPublicClient: true,
  })
  plantPartnerClient(world)
}

function plantApi(world: World): void {
  const { clientId, clientSecret, identifierUri, scopeId, scope, roleId, role, ...fields } = apiClient
  plantApplication(world, { ...fields, appId: clientId }, clientSecret, {
    identifierUris: [identifierUri],
    api: exposedApi({
      scope,
      scopeId,
      product: 'the orders API',
      things: 'orders',
      clients: [spaClient.clientId, cliClient.clientId],
    }),
    appRoles: [
      {
        id: roleId,
        value: role,
        displayName: 'Read all orders',
        description: 'Lets an application read every order.',
        allowedMemberTypes: ['Application'],
        isEnabled: true,
      },
    ],
  })
  consentToAzure(world, apiClient.servicePrincipalId)
}

function plantPublicClient(
  world: World,
  { clientId, objectId, servicePrincipalId, displayName }: typeof spaClient | typeof cliClient,
  more: Parameters<typeof plantApplication>[3],
): void {
  plantApplication(world, { appId: clientId, objectId, servicePrincipalId, displayName }, undefined, more)
  consentToAzure(world, servicePrincipalId)
}

function consentToAzure(world: World, servicePrincipalId: string): void {
  consentForEverybody(world, servicePrincipalId, firstParty.arm.servicePrincipalId, 'user_impersonation')
  consentForEverybody(world, servicePrincipalId, firstParty.graph.servicePrincipalId, graphScopes)
}

function plantPartnerClient(world: World): void {
  const { clientId, objectId, servicePrincipalId, displayName, clientSecret, partnerPrincipalId } =
    partnerClient
  plantApplication(world, { appId: clientId, objectId, servicePrincipalId, displayName }, clientSecret, {
    signInAudience: 'AzureADMultipleOrgs',
  })
  const createdAt = world.clock.now()
  world.store.servicePrincipals.put(
    partnerPrincipalId,
    newServicePrincipal({
      objectId: partnerPrincipalId,
      appId: clientId,
      displayName,
      tenantId: partnerTenant.tenantId,
      createdAt,
    }),
  )
  const id = guidOf('credential of partner-sync')
  storeCredential(world, `${applicationKey(objectId)}/federatedidentitycredentials/${id}`, {
    id,
    parent: { kind: 'application', objectId },
    name: 'partner-sync',
    issuer: githubIssuer,
    subject: partnerClient.subject,
    claimsMatchingExpression: null,
    audiences: [tokenExchangeAudience],
    description: null,
    createdAt,
  })
}
