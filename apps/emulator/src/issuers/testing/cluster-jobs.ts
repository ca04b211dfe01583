import { tenantId } from '../../seed.ts'
import type { PlatformJob } from './platform-job.ts'

const pod = { namespace: 'pay', serviceAccount: 'pay-api' }
const podSubject = 'system:serviceaccount:pay:pay-api'
const uuid = '936a5312-a3b8-4921-8b3f-2cec8baac574'

/** GitHub's other issuers, and clusters. */
export const clusterJobs: PlatformJob[] = [
  [
    'ghe-com',
    { owner: 'octo-org', repository: 'octo-repo', branch: 'main', subdomain: 'fabrikam' },
    'https://token.actions.fabrikam.ghe.com',
    'repo:octo-org/octo-repo:ref:refs/heads/main',
  ],
  [
    'github-enterprise-server',
    { owner: 'contoso', repository: 'pay-api', environment: 'prod' },
    'https://github.contoso.example/_services/token',
    'repo:contoso/pay-api:environment:prod',
  ],
  [
    'aks',
    { ...pod, region: 'swedencentral', clusterId: uuid },
    `https://swedencentral.oic.prod-aks.azure.com/${tenantId}/${uuid}/`,
    podSubject,
  ],
  ['aks-first', { ...pod, clusterId: uuid }, `https://oidc.prod-aks.azure.com/${uuid}/`, podSubject],
  [
    'kubernetes',
    { ...pod, host: 'k8s-shop.fabrikam.example' },
    'https://k8s-shop.fabrikam.example',
    podSubject,
  ],
  [
    'eks',
    { ...pod, clusterId: '0123456789ABCDEF0123456789ABCDEF' },
    'https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF',
    podSubject,
  ],
  [
    'gke',
    { ...pod, project: 'contoso-shop', location: 'europe-west1-b', cluster: 'shop' },
    'https://container.googleapis.com/v1/projects/contoso-shop/locations/europe-west1-b/clusters/shop',
    podSubject,
  ],
  [
    'arc',
    { ...pod, geography: 'northamerica', clusterId: uuid },
    `https://northamerica.oic.prod-arc.azure.com/${tenantId}/${uuid}/`,
    podSubject,
  ],
  [
    'openshift',
    { ...pod, storageAccount: 'contosooidc', container: 'openshift', audience: 'openshift' },
    'https://contosooidc.blob.core.windows.net/openshift',
    podSubject,
    'openshift',
  ],
  [
    'oke',
    { ...pod, namespaceName: 'contoso', clusterId: uuid },
    `https://objectstorage.eu-frankfurt-1.oraclecloud.com/n/contoso/b/oidc/o/${uuid}`,
    podSubject,
  ],
]
