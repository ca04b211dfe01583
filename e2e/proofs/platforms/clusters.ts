import type { FieldValues, PresetId } from '@trustwright/federation'
import * as fc from 'fast-check'
import { type Job, otherSubject, type Proof } from '../proof.ts'
import { label } from '../texts.ts'

const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
const guids = ['7b0e5c3d-1f24-4e86-9a7d-2c4b6e8f0a13', '0f6c2d18-93ab-4e57-8b40-c7d1e5f2a690'] as const
const hexadecimals = ['C0FFEE00C0FFEE00C0FFEE00C0FFEE00', '0123456789ABCDEF0123456789ABCDEF'] as const

interface Cluster {
  platform: string
  preset: PresetId
  variant?: string
  /** The cluster, in the words of the emulator and of the preset. */
  places: readonly { job: Job; fields: FieldValues }[]
  namespace?: string
  serviceAccounts?: readonly string[]
}

const selfManaged = ['k8s.contoso.example', 'k8s-2.fabrikam.example'].map((host) => ({
  job: { host },
  fields: { issuer: `https://${host}` },
}))

const clusters: readonly Cluster[] = [
  {
    platform: 'aks',
    preset: 'aks',
    places: guids.map((clusterId) => ({
      job: { region: 'northeurope', tenantId, clusterId },
      fields: { issuer: `https://northeurope.oic.prod-aks.azure.com/${tenantId}/${clusterId}/` },
    })),
  },
  {
    platform: 'aks-first',
    preset: 'aks',
    variant: 'first issuer form',
    places: guids.map((clusterId) => ({
      job: { clusterId },
      fields: { issuer: `https://oidc.prod-aks.azure.com/${clusterId}/` },
    })),
  },
  { platform: 'kubernetes', preset: 'kubernetes', places: selfManaged },
  {
    platform: 'eks',
    preset: 'eks',
    places: hexadecimals.map((clusterId) => ({
      job: { region: 'us-east-2', clusterId },
      fields: { region: 'us-east-2', clusterId },
    })),
  },
  {
    platform: 'gke',
    preset: 'gke',
    places: ['shop', 'shop-2'].map((cluster) => {
      const place = { project: 'contoso-shop-1', location: 'europe-west1-b', cluster }
      return { job: place, fields: place }
    }),
  },
  {
    platform: 'arc',
    preset: 'azure-arc',
    places: guids.map((clusterId) => ({
      job: { geography: 'northamerica', tenantId, clusterId },
      fields: { issuer: `https://northamerica.oic.prod-arc.azure.com/${tenantId}/${clusterId}/` },
    })),
  },
  {
    platform: 'openshift',
    preset: 'openshift',
    places: ['shop', 'shop-eu'].map((container) => ({
      job: { storageAccount: 'contosooidc2', container },
      fields: { issuer: `https://contosooidc2.blob.core.windows.net/${container}`, purpose: 'application' },
    })),
  },
  {
    platform: 'openshift',
    preset: 'openshift',
    variant: 'operator',
    places: [
      {
        job: { storageAccount: 'contosooidc2', container: 'shop', audience: 'openshift' },
        fields: { issuer: 'https://contosooidc2.blob.core.windows.net/shop', purpose: 'operator' },
      },
    ],
  },
  {
    platform: 'oke',
    preset: 'oracle-oke',
    places: guids.map((clusterId) => ({
      job: { region: 'uk-london-1', namespaceName: 'fabrikam', clusterId },
      fields: {
        issuer: `https://objectstorage.uk-london-1.oraclecloud.com/n/fabrikam/b/oidc/o/${clusterId}`,
      },
    })),
  },
  { platform: 'kubernetes', preset: 'crossplane', places: selfManaged, namespace: 'crossplane-system' },
  { platform: 'kubernetes', preset: 'tekton', places: selfManaged, serviceAccounts: ['pipeline', 'default'] },
]

function proof({ platform, preset, variant = '', places, namespace, serviceAccounts }: Cluster): Proof {
  const names = fc.record({
    namespace: namespace === undefined ? label : fc.constant(namespace),
    serviceAccount:
      serviceAccounts === undefined
        ? fc.array(label, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'))
        : fc.constantFrom(...serviceAccounts),
  })
  return {
    platform,
    preset,
    variant,
    cases: fc.tuple(fc.constantFrom(...places), names).map(([place, named]) => {
      const job = { ...place.job, ...named }
      const other = { ...job, serviceAccount: `${named.serviceAccount}-2` }
      return {
        fields: { ...place.fields, ...named },
        jobs: [job],
        nearMiss: { job: other, refusal: otherSubject },
      }
    }),
  }
}

/** Controllers whose names are known, so that the form asks for the controller alone. */
const controllers: readonly Proof[] = [
  controller('argo-cd', 'argocd', ['argocd-application-controller', 'argocd-server', 'argocd-repo-server']),
  controller('flux', 'flux-system', ['source-controller', 'kustomize-controller', 'helm-controller']),
]

function controller(preset: PresetId, namespace: string, names: readonly string[]): Proof {
  return {
    platform: 'kubernetes',
    preset,
    variant: '',
    cases: fc.tuple(fc.constantFrom(...selfManaged), fc.constantFrom(...names)).map(([place, name]) => {
      const job = { ...place.job, namespace, serviceAccount: name }
      return {
        fields: { ...place.fields, controller: name },
        jobs: [job],
        nearMiss: { job: { ...job, namespace: `${namespace}-2` }, refusal: otherSubject },
      }
    }),
  }
}

export const clusterProofs: readonly Proof[] = [...clusters.map(proof), ...controllers]
