import { defineCluster } from './clusters/define-cluster.ts'
import { issuerOf } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** Documents disagree on the slash at its end, so it is read, not made. https://learn.microsoft.com/azure/azure-arc/kubernetes/workload-identity */
export const azureArc = defineCluster({
  id: 'azure-arc',
  title: 'Azure Arc-enabled Kubernetes',
  summary: 'A service account of a cluster that Arc publishes the keys of',
  certainty: 'partly',
  docsUrl: 'https://learn.microsoft.com/azure/azure-arc/kubernetes/workload-identity',
  factsAsOf: '2026-09-30',
  issuerFields: {
    issuer: issuerOf(
      {
        label: 'Cluster issuer',
        help: 'Shown by: az connectedk8s show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv. The API server must be told it too.',
        example:
          'https://northamerica.oic.prod-arc.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/',
      },
      /\.oic\.prod-arc\.azure\.com$/,
      'Arc-enabled cluster',
    ),
  },
  issuer: [
    field('issuer', 'cluster issuer', { pattern: 'https://[a-z]+\\.oic\\.prod-arc\\.azure\\.com/.+' }),
  ],
})
