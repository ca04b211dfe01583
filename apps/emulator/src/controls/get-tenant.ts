import type { Operation } from '../kernel/operation.ts'
import { accounts, automationClient, clusterIssuer, githubIssuer } from '../seed.ts'

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
        subscriptions: world.store.subscriptions
          .list()
          .map(({ subscriptionId, displayName }) => ({ subscriptionId, displayName })),
        automation: { clientId: automationClient.clientId, clientSecret: automationClient.clientSecret },
        portal: { clientId: portal.clientId },
        accounts: Object.values(accounts).map(({ role, username, password }) => ({
          role,
          username,
          password,
        })),
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
        },
        issuers: { github: githubIssuer, cluster: clusterIssuer },
        caPath,
      },
    }
  },
}
