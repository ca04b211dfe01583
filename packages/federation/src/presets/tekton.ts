import { defineCluster } from './clusters/define-cluster.ts'
import { issuer } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** Runs use `taskRunTemplate.serviceAccountName`, else `default`; OpenShift Pipelines uses `pipeline`. https://tekton.dev/docs/pipelines/pipelineruns/ */
export const tekton = defineCluster({
  id: 'tekton',
  title: 'Tekton',
  summary: 'Pipeline runs of one namespace',
  certainty: 'partly',
  docsUrl: 'https://tekton.dev/docs/pipelines/pipelineruns/',
  factsAsOf: '2026-09-30',
  issuerFields: {
    issuer: issuer({
      label: 'Cluster issuer',
      help: 'Shown by: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer. Keep its slash if it has one.',
      example: 'https://oidc.contoso.com/clusters/build',
    }),
  },
  issuer: [field('issuer', 'cluster issuer', { pattern: '.+' })],
  serviceAccountPattern: 'pipeline',
  examples: { namespace: 'build', serviceAccount: 'pipeline' },
})
