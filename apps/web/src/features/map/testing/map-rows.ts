import type { TrustFacts } from '@trustwright/federation'

export const production = '11111111-2222-3333-4444-555555555555'
export const staging = '22222222-3333-4444-5555-666666666666'
export const names = new Map([
  [production, 'Contoso Production'],
  [staging, 'Contoso Staging'],
])

export function identityId(name: string, subscription = production): string {
  return `/subscriptions/${subscription}/resourcegroups/rg-pay/providers/microsoft.managedidentity/userassignedidentities/${name}`
}

export function roleAt(name: string | null, scope: string) {
  const canWrite = name === null ? null : /^(Owner|Contributor|User Access Administrator)$/.test(name)
  return { name, scope, ownerLike: name === 'Owner', canWrite }
}

/** One trust as the list knows it; what matters to a test is passed in. */
export function mapRow(parts: Partial<TrustFacts> = {}): TrustFacts {
  return {
    key: 'trust-1',
    name: 'github-prod',
    subject: 'contoso/pay-api · environment prod',
    storedSubject: 'repo:contoso/pay-api:environment:prod',
    issuer: 'https://token.actions.githubusercontent.com',
    platform: 'GitHub Actions',
    environment: 'prod',
    audiences: ['api://AzureADTokenExchange'],
    description: '',
    identity: 'id-pay',
    identityId: identityId('id-pay'),
    ids: [],
    kind: 'mi',
    subscription: 'Contoso Production',
    subscriptionId: production,
    resourceGroup: 'rg-pay',
    location: 'westeurope',
    roles: [roleAt('Reader', `/subscriptions/${production}/resourceGroups/rg-pay`)],
    grants: [],
    lastUsed: null,
    risk: 'none',
    owners: ['Dana'],
    ...parts,
  }
}

/** The same tenant each time: pipelines, clusters and applications. */
export function manyMapRows(count: number): readonly TrustFacts[] {
  const risks = ['critical', 'high', 'medium', 'low', 'none', null] as const
  const roles = ['Owner', 'Contributor', 'Reader', 'Key Vault Reader']
  return Array.from({ length: count }, (_, at) => {
    const isCluster = at % 5 === 0
    const repository = `org-${at % 40}/repo-${at % 900}`
    const parent = at >> 1
    const subscription = parent % 3 === 0 ? staging : production
    const isApp = parent % 4 === 0
    return mapRow({
      key: `trust-${at}`,
      name: `trust-${at}`,
      subject: isCluster ? `shop/api-${at} · aks-${at % 200}` : `${repository} · branch b-${at}`,
      storedSubject: isCluster
        ? `system:serviceaccount:shop:api-${at}`
        : `repo:${repository}:ref:refs/heads/b-${at}`,
      issuer: isCluster
        ? `https://westeurope.oic.prod-aks.azure.com/t/${at % 200}/`
        : 'https://token.actions.githubusercontent.com',
      platform: isCluster ? 'Kubernetes' : 'GitHub Actions',
      environment: null,
      identity: `id-${parent}`,
      identityId: isApp
        ? `00000000-0000-4000-8000-${String(parent).padStart(12, '0')}`
        : identityId(`id-${parent}`, subscription),
      kind: isApp ? 'app' : 'mi',
      roles:
        parent % 11 === 0
          ? null
          : parent % 7 === 0
            ? []
            : [
                roleAt(
                  roles[parent % 4] ?? null,
                  `/subscriptions/${subscription}/resourceGroups/rg-${parent % 60}`,
                ),
              ],
      grants: parent % 13 === 0 ? ['Directory.Read.All'] : parent % 17 === 0 ? null : [],
      risk: risks[at % 6] ?? null,
      owners: at % 9 === 0 ? [] : at % 10 === 0 ? null : ['Dana'],
    })
  })
}
