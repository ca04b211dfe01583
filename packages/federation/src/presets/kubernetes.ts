import { issuer } from './platform/fields.ts'
import { field } from './platform/template.ts'
import { defineCluster } from './clusters/define-cluster.ts'

/** A service account of any cluster. https://azure.github.io/azure-workload-identity/docs/ */
export const kubernetes = defineCluster({
  id: 'kubernetes',
  title: 'Kubernetes',
  summary: 'A service account of any cluster, such as k3s, kubeadm or your own',
  certainty: 'documented',
  docsUrl: 'https://azure.github.io/azure-workload-identity/docs/',
  factsAsOf: '2026-09-30',
  issuerFields: {
    issuer: issuer({
      label: 'Cluster issuer',
      help: 'Shown by: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer. Keep its slash if it has one. The key that signs has to be RSA.',
      example: 'https://oidc.contoso.com/clusters/shop',
    }),
  },
  issuer: [field('issuer', 'cluster issuer', { pattern: '.+' })],
})
