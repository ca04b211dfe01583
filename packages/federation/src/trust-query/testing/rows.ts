import type { TrustFacts } from '../trust-facts.ts'

export const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555'

const right: TrustFacts = {
  key: 'trust-1',
  name: 'github-production',
  subject: 'octo-org/shop · environment production',
  storedSubject: 'repo:octo-org/shop:environment:production',
  issuer: 'https://token.actions.githubusercontent.com',
  platform: 'GitHub Actions',
  environment: 'production',
  audiences: ['api://AzureADTokenExchange'],
  description: 'Deploys the shop',
  identity: 'id-shop',
  identityId: `${subscription}/resourceGroups/rg-shop/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-shop`,
  ids: ['22222222-2222-4333-8444-555555555555', '33333333-2222-4333-8444-555555555555'],
  kind: 'mi',
  subscription: 'Contoso Production',
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  resourceGroup: 'rg-shop',
  location: 'westeurope',
  roles: [
    { name: 'Reader', scope: `${subscription}/resourceGroups/rg-shop`, ownerLike: false, canWrite: false },
  ],
  grants: [],
  lastUsed: '2026-11-21T00:00:00Z',
  risk: 'none',
  owners: ['Dana'],
}

export function rowOf(change: Partial<TrustFacts> = {}): TrustFacts {
  return { ...right, ...change }
}

/** The same rows each time. */
export function manyRows(count: number): readonly TrustFacts[] {
  const risks = ['critical', 'high', 'medium', 'low', 'none', null] as const
  const roles = ['Owner', 'Contributor', 'Reader', 'Storage Blob Data Owner']
  return Array.from({ length: count }, (_, at) =>
    rowOf({
      key: `trust-${at}`,
      name: `trust-${at}`,
      storedSubject: `repo:octo-org/shop-${at}:ref:refs/heads/main`,
      subject: `octo-org/shop-${at} · branch main`,
      issuer:
        at % 3 === 0
          ? `https://westeurope.oic.prod-aks.azure.com/t/${at % 400}/`
          : 'https://token.actions.githubusercontent.com',
      platform: at % 3 === 0 ? 'AKS' : 'GitHub Actions',
      environment: at % 4 === 0 ? 'production' : null,
      identity: `id-${at >> 1}`,
      kind: at % 2 === 0 ? 'app' : 'mi',
      roles: [
        {
          name: roles[at % 4] ?? null,
          scope: `${subscription}/resourceGroups/rg-${at % 50}`,
          ownerLike: at % 4 === 0,
          canWrite: at % 4 === 2 ? null : at % 4 < 2,
        },
      ],
      lastUsed: at % 5 === 0 ? 'never' : at % 7 === 0 ? null : new Date(1.79e12 - at * 1e6).toISOString(),
      risk: risks[at % 6] ?? null,
      owners: at % 9 === 0 ? [] : [`Person ${at % 300}`],
    }),
  )
}
