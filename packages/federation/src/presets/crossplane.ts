import { fieldText } from '../model/texts.ts'
import type { Warning } from '../model/warning.ts'
import { defineCluster } from './clusters/define-cluster.ts'
import { issuer } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** The provider's service account carries a random end unless it is named. https://docs.crossplane.io/latest/packages/providers/ */
export const crossplane = defineCluster({
  id: 'crossplane',
  title: 'Crossplane',
  summary: 'The Azure provider of Crossplane',
  certainty: 'partly',
  docsUrl: 'https://docs.crossplane.io/latest/packages/providers/',
  factsAsOf: '2026-09-30',
  issuerFields: {
    issuer: issuer({
      label: 'Cluster issuer',
      help: 'Shown by: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer. Keep its slash if it has one.',
      example: 'https://oidc.contoso.com/clusters/platform',
    }),
  },
  issuer: [field('issuer', 'cluster issuer', { pattern: '.+' })],
  namespacePattern: 'crossplane-system',
  examples: { namespace: 'crossplane-system', serviceAccount: 'provider-azure' },
  warnings: (fields) => (/-[0-9a-f]{12}$/.test(fieldText(fields, 'serviceAccount')) ? [randomEnd] : []),
})

const randomEnd: Warning = {
  code: 'short-lived-subject',
  severity: 'warn',
  field: 'serviceAccount',
  text: 'This name ends as Crossplane makes them by itself: the next version of the provider has another one.',
  fix: 'Name the service account in a DeploymentRuntimeConfig, and use that name.',
}
