import { tenantId as seededTenant } from '../../seed.ts'
import { definePlatform } from '../define-platform.ts'
import { choice, guid, selfHosted, selfHostedPatterns, slug, text } from '../fields.ts'
import { kubernetesClaims, kubernetesTokens, serviceAccountFields } from './kubernetes-claims.ts'

const eksRegions = ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-east-2', 'us-west-2'] as const
const okeRegions = ['eu-frankfurt-1', 'uk-london-1', 'us-ashburn-1'] as const

export const eks = definePlatform({
  id: 'eks',
  title: 'Kubernetes cluster (Amazon EKS)',
  example: { namespace: 'pay', serviceAccount: 'pay-api', clusterId: 'C0FFEE00C0FFEE00C0FFEE00C0FFEE00' },
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html',
  issuer: 'https://oidc.eks.{region}.amazonaws.com/id/{clusterId}',
  standardIssuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/C0FFEE00C0FFEE00C0FFEE00C0FFEE00',
  hosts: eksRegions.map((region) => `oidc.eks.${region}.amazonaws.com`),
  keys: '{issuer}/keys',
  ...kubernetesTokens,
  fields: {
    ...serviceAccountFields,
    region: choice('Region', eksRegions).default('eu-west-1'),
    clusterId: text('Issuer ID', { pattern: /^[0-9A-F]{32}$/, says: 'must be 32 digits and capitals A-F' }),
  },
  claims: kubernetesClaims,
})

export const gke = definePlatform({
  id: 'gke',
  title: 'Kubernetes cluster (Google GKE)',
  example: {
    namespace: 'pay',
    serviceAccount: 'pay-api',
    project: 'contoso-shop',
    location: 'europe-west1',
    cluster: 'shop',
  },
  source:
    'https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters.well-known/getOpenid-configuration',
  issuer: 'https://container.googleapis.com/v1/projects/{project}/locations/{location}/clusters/{cluster}',
  standardIssuer:
    'https://container.googleapis.com/v1/projects/contoso-shop/locations/europe-west1/clusters/shop',
  hosts: ['container.googleapis.com'],
  keys: '{issuer}/jwks',
  ...kubernetesTokens,
  fields: {
    ...serviceAccountFields,
    project: slug('Project ID'),
    location: slug('Region or zone'),
    cluster: slug('Cluster'),
  },
  claims: kubernetesClaims,
})

export const arc = definePlatform({
  id: 'arc',
  title: 'Kubernetes cluster (Azure Arc)',
  example: {
    namespace: 'pay',
    serviceAccount: 'pay-api',
    geography: 'europe',
    clusterId: '7b0e5c3d-1f24-4e86-9a7d-2c4b6e8f0a13',
  },
  source: 'https://learn.microsoft.com/azure/azure-arc/kubernetes/workload-identity',
  issuer: 'https://{geography}.oic.prod-arc.azure.com/{tenantId}/{clusterId}/',
  standardIssuer: `https://europe.oic.prod-arc.azure.com/${seededTenant}/7b0e5c3d-1f24-4e86-9a7d-2c4b6e8f0a13/`,
  hosts: ['*.oic.prod-arc.azure.com'],
  keys: '{issuer}/openid/v1/jwks',
  ...kubernetesTokens,
  fields: {
    ...serviceAccountFields,
    geography: text('Geography', { pattern: /^[a-z0-9]+$/, says: 'must be one such as europe' }),
    tenantId: guid('Tenant ID').default(seededTenant),
    clusterId: guid('Issuer GUID'),
  },
  claims: kubernetesClaims,
})

export const openshift = definePlatform({
  id: 'openshift',
  title: 'Kubernetes cluster (OpenShift, documents in blob storage)',
  example: {
    namespace: 'pay',
    serviceAccount: 'pay-api',
    storageAccount: 'contosooidc',
    container: 'openshift',
  },
  source:
    'https://github.com/openshift/cloud-credential-operator/blob/master/docs/azure_workload_identity.md',
  issuer: 'https://{storageAccount}.blob.core.windows.net/{container}',
  standardIssuer: 'https://contosooidc.blob.core.windows.net/openshift',
  hosts: ['*.blob.core.windows.net'],
  keys: '{issuer}/openid/v1/jwks',
  ...kubernetesTokens,
  fields: {
    ...serviceAccountFields,
    storageAccount: text('Storage account', {
      pattern: /^[a-z0-9]{3,24}$/,
      says: 'must be 3 to 24 lower-case letters and digits',
    }),
    container: text('Container', { pattern: /^[a-z0-9-]{3,63}$/, says: 'must be a container name' }),
  },
  claims: kubernetesClaims,
})

export const oke = definePlatform({
  id: 'oke',
  title: 'Kubernetes cluster (Oracle OKE)',
  example: {
    namespace: 'pay',
    serviceAccount: 'pay-api',
    namespaceName: 'contosotenancy',
    clusterId: '3f1d9b7a-5c2e-4d68-8a40-9e7b6c5d4f32',
  },
  source: 'https://docs.oracle.com/iaas/Content/ContEng/Tasks/contengOpenIDConnect-Discovery.htm',
  issuer: 'https://objectstorage.{region}.oraclecloud.com/n/{namespaceName}/b/oidc/o/{clusterId}',
  standardIssuer:
    'https://objectstorage.eu-frankfurt-1.oraclecloud.com/n/contosotenancy/b/oidc/o/3f1d9b7a-5c2e-4d68-8a40-9e7b6c5d4f32',
  hosts: okeRegions.map((region) => `objectstorage.${region}.oraclecloud.com`),
  keys: '{issuer}/jwks',
  ...kubernetesTokens,
  fields: {
    ...serviceAccountFields,
    region: choice('Region', okeRegions).default('eu-frankfurt-1'),
    namespaceName: slug('Object storage namespace'),
    clusterId: guid('Issuer GUID'),
  },
  claims: kubernetesClaims,
})

export const kubernetes = definePlatform({
  id: 'kubernetes',
  title: 'Kubernetes cluster (self-managed)',
  example: { namespace: 'pay', serviceAccount: 'pay-api' },
  source: 'https://azure.github.io/azure-workload-identity/docs/installation/self-managed-clusters.html',
  issuer: 'https://{host}',
  standardIssuer: 'https://k8s.contoso.example',
  hosts: selfHostedPatterns,
  keys: '{issuer}/openid/v1/jwks',
  ...kubernetesTokens,
  fields: { ...serviceAccountFields, host: selfHosted('Issuer host', 'k8s').default('k8s.contoso.example') },
  claims: kubernetesClaims,
})
