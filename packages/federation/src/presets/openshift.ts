import { defineCluster } from './clusters/define-cluster.ts'
import { fieldText } from '../model/texts.ts'
import { choice, issuer } from './platform/fields.ts'
import { field } from './platform/template.ts'

/** The issuer is where its documents were published, often a storage container. https://github.com/openshift/cloud-credential-operator */
export const openshift = defineCluster({
  id: 'openshift',
  title: 'OpenShift',
  summary: 'A service account of OpenShift, also ARO and ROSA',
  certainty: 'partly',
  docsUrl: 'https://learn.microsoft.com/azure/azure-arc/kubernetes/workload-identity',
  factsAsOf: '2026-09-30',
  issuerFields: {
    issuer: issuer({
      label: 'Cluster issuer',
      help: "Shown by: oc get authentication cluster -o jsonpath='{.spec.serviceAccountIssuer}'. Empty means that Azure cannot trust the cluster yet.",
      example: 'https://contosooidc.blob.core.windows.net/shop',
    }),
    purpose: choice({
      label: 'Workload',
      help: 'Operators of the cluster ask for an audience of their own.',
      example: 'application',
      optional: true,
      options: [
        { value: 'application', label: 'Your own application' },
        { value: 'operator', label: 'An operator of the cluster' },
      ],
    }),
  },
  audience: (fields) => (fieldText(fields, 'purpose') === 'operator' ? 'openshift' : undefined),
  readAudience: (audience) => (audience === 'openshift' ? { purpose: 'operator' } : {}),
  issuer: [
    field('issuer', 'cluster issuer', { pattern: 'https://[^/]+\\.blob\\.core\\.windows\\.net/[^/]+' }),
  ],
})
