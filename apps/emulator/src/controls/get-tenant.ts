import { secondFactorCode } from '../entra/core/second-factor.ts'
import { brokenPorts, issuerResolveText } from '../issuer-hosts.ts'
import type { Operation } from '../kernel/operation.ts'
import type { World } from '../kernel/world.ts'
import {
  accounts,
  apiClient,
  automationClient,
  cliClient,
  clusterIssuer,
  githubIssuer,
  identityHeader,
  partnerClient,
  partnerTenant,
  spaClient,
  tenantDomain,
} from '../seed.ts'
import { githubApp, githubTokens } from '../seed-github.ts'

export const getTenant: Operation = {
  id: 'controls/get-tenant',
  method: 'GET',
  path: '/_emulator/tenant',
  summary: 'Everything a client needs to know of the seeded tenant, passwords and secrets included',
  source: 'the emulator itself',
  handle: (_request, world) => {
    const { tenantId, httpsOrigin, browserOrigin, portal, caPath } = world.settings
    return {
      status: 200,
      headers: { 'cache-control': 'no-store' },
      body: {
        tenantId,
        domain: tenantDomain,
        subscriptions: subscriptionsOf(world, tenantId),
        automation: { clientId: automationClient.clientId, clientSecret: automationClient.clientSecret },
        portal: { clientId: portal.clientId },
        accounts: Object.values(accounts).map((account) => ({
          role: account.role,
          username: account.username,
          password: account.password,
          secondFactor: secondFactorCode(account),
        })),
        groups: world.store.groups.list().map(({ objectId, displayName, memberIds }) => ({
          groupId: objectId,
          displayName,
          members: memberIds,
        })),
        githubTokens: Object.values(githubTokens),
        githubApp: { clientId: githubApp.clientId, clientSecret: githubApp.clientSecret },
        endpoints: {
          browser: browserOrigin,
          https: httpsOrigin,
          authority: `${httpsOrigin}/${tenantId}`,
          token: `${httpsOrigin}/${tenantId}/oauth2/v2.0/token`,
          arm: httpsOrigin,
          graph: httpsOrigin,
          sampleToken: `${browserOrigin}/issuers/sample`,
          githubToken: `${browserOrigin}/issuers/github/token`,
          clusterToken: `${browserOrigin}/issuers/cluster/token`,
          issuers: `${browserOrigin}/issuers`,
          github: `${browserOrigin}/github`,
          page: `${browserOrigin}/_emulator`,
          ...brokenPorts(world),
        },
        clients: clients(world),
        partner: {
          ...partnerTenant,
          authority: `${httpsOrigin}/${partnerTenant.tenantId}`,
          subscriptions: subscriptionsOf(world, partnerTenant.tenantId),
        },
        issuers: { github: githubIssuer, cluster: clusterIssuer, resolve: issuerResolveText(world) },
        caPath,
      },
    }
  },
}

function subscriptionsOf({ store }: World, tenantId: string) {
  return store.subscriptions
    .list()
    .filter((subscription) => subscription.tenantId === tenantId)
    .map(({ subscriptionId, displayName }) => ({ subscriptionId, displayName }))
}

/** Clients of each kind, for trying flows out. */
function clients({ settings }: World) {
  return {
    api: {
      clientId: apiClient.clientId,
      clientSecret: apiClient.clientSecret,
      scope: `${apiClient.identifierUri}/${apiClient.scope}`,
    },
    singlePage: { clientId: spaClient.clientId, redirectUris: spaClient.redirectUris },
    publicClient: { clientId: cliClient.clientId, redirectUris: cliClient.redirectUris },
    acrossTenants: {
      clientId: partnerClient.clientId,
      clientSecret: partnerClient.clientSecret,
      subject: partnerClient.subject,
    },
    managedIdentity: { endpoint: `${settings.browserOrigin}/msi/token`, header: identityHeader },
  }
}
