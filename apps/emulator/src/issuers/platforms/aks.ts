import { z } from 'zod'
import type { World } from '../../kernel/world.ts'
import { clusterIssuer, tenantId as seededTenant } from '../../seed.ts'
import { definePlatform } from '../define-platform.ts'
import { guid, text } from '../fields.ts'
import { template } from '../template.ts'
import { kubernetesClaims, kubernetesTokens, serviceAccountFields } from './kubernetes-claims.ts'

const issuer = 'https://{region}.oic.prod-aks.azure.com/{tenantId}/{clusterId}/'
const seeded = template(issuer).parse(clusterIssuer)

const regionPattern = /^(?!ib$)[a-z0-9]+$/

/** Only the address differs between clusters; the slash at its end is part of it. */
export const aks = definePlatform({
  id: 'aks',
  title: 'Kubernetes cluster (AKS)',
  example: { namespace: 'pay', serviceAccount: 'pay-api' },
  source: 'https://learn.microsoft.com/azure/aks/use-oidc-issuer',
  issuer,
  standardIssuer: clusterIssuer,
  hosts: ['*.oic.prod-aks.azure.com'],
  keys: '{issuer}/openid/v1/jwks',
  ...kubernetesTokens,
  fields: {
    ...serviceAccountFields,
    region: text('Region', { pattern: regionPattern, says: 'must be a region such as westeurope' }).default(
      seeded?.region ?? '',
    ),
    tenantId: guid('Tenant ID').default(seededTenant),
    clusterId: guid('Issuer GUID').default(seeded?.clusterId ?? ''),
    clusterResourceId: z.string().optional().meta({
      title: 'Cluster resource ID',
      description: 'Of a cluster that ARM knows: its issuer wins over region, tenant and GUID',
    }),
  },
  keyPurpose: (address) => (address === clusterIssuer ? 'issuer-cluster' : `issuer-aks-${idOf(address)}`),
  prepare: (values, world) => {
    if (values.clusterResourceId === undefined) return values
    const found = template(issuer).parse(issuerOfCluster(world, values.clusterResourceId))
    if (found) return { ...values, ...found }
    return { problems: [{ field: 'clusterResourceId', text: 'names no cluster with an OIDC issuer' }] }
  },
  claims: kubernetesClaims,
})

/** Clusters before the region was in the name. */
export const aksFirst = definePlatform({
  id: 'aks-first',
  title: 'Kubernetes cluster (AKS, first issuer form)',
  example: { namespace: 'pay', serviceAccount: 'pay-api' },
  source: 'https://azure.github.io/azure-workload-identity/docs/troubleshooting.html',
  issuer: 'https://oidc.prod-aks.azure.com/{clusterId}/',
  standardIssuer: `https://oidc.prod-aks.azure.com/${seeded?.clusterId ?? ''}/`,
  hosts: ['oidc.prod-aks.azure.com'],
  keys: '{issuer}/openid/v1/jwks',
  ...kubernetesTokens,
  fields: { ...serviceAccountFields, clusterId: guid('Issuer GUID').default(seeded?.clusterId ?? '') },
  claims: kubernetesClaims,
})

const cluster = z.object({ oidcIssuerProfile: z.object({ issuerURL: z.string() }) })

function issuerOfCluster(world: World, resourceId: string): string {
  const properties = cluster.safeParse(world.store.resources.get(resourceId.toLowerCase())?.properties)
  return properties.success ? properties.data.oidcIssuerProfile.issuerURL : ''
}

/** Region, tenant and GUID, as a file's name may hold them. */
function idOf(address: string): string {
  const { region, tenantId, clusterId } = template(issuer).parse(address) ?? {}
  return [region, tenantId, clusterId].join('-')
}
