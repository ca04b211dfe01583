import { defineCluster } from './clusters/define-cluster.ts'
import { aksHost, aksIssuerPattern } from './issuer-facts.ts'
import { issuerOf } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** Its issuers end with a slash, which is the most forgotten character of all. https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
export const aks = defineCluster({
  id: 'aks',
  title: 'Azure Kubernetes Service',
  summary: 'A service account of one AKS cluster',
  certainty: 'documented',
  docsUrl: 'https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster',
  factsAsOf: '2026-09-30',
  issuerFields: {
    issuer: issuerOf(
      {
        label: 'Cluster issuer',
        help: 'Shown by: az aks show -g GROUP -n CLUSTER --query oidcIssuerProfile.issuerUrl -o tsv. Its last slash belongs to it.',
        example:
          'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/',
      },
      aksHost,
      'AKS cluster',
    ),
  },
  issuer: [field('issuer', 'cluster issuer', { pattern: aksIssuerPattern.source.slice(1, -1) })],
})
