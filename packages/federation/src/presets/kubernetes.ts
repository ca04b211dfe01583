import type { FieldValues, Recognised, StoredClaims } from '../model/preset.ts'
import type { Segment } from '../model/segment.ts'
import { fieldText } from '../model/texts.ts'
import { nameFrom } from '../model/trust-name.ts'
import type { Warning } from '../model/warning.ts'
import { definePreset, refuse } from './define-preset.ts'
import { issuerRule, issuerWarnings } from './issuer-checks.ts'
import { hostOf } from './issuer-host.ts'

const labelPattern = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/
const subjectPattern = /^system:serviceaccount:(?<namespace>[^:]+):(?<serviceAccount>[^:]+)$/

/** A service account of any cluster. https://azure.github.io/azure-workload-identity/docs/ */
export const kubernetes = definePreset({
  id: 'kubernetes',
  title: 'Kubernetes',
  summary: 'A service account of one cluster: AKS, EKS, GKE, OpenShift or your own',
  docsUrl: 'https://azure.github.io/azure-workload-identity/docs/',
  factsAsOf: '2026-09-30',
  parentKinds: ['managedIdentity', 'application'],
  fieldGuides: {
    issuer: {
      label: 'Cluster issuer',
      help: 'Shown by: kubectl get --raw /.well-known/openid-configuration | jq -r .issuer. Keep its slash if it has one.',
      example:
        'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/',
    },
    namespace: {
      label: 'Namespace',
      help: 'The namespace of the service account.',
      example: 'shop',
    },
    serviceAccount: {
      label: 'Service account',
      help: 'Its name alone. The pods must run as it.',
      example: 'api',
    },
  },
  fieldRules: {
    issuer: issuerRule,
    namespace: (value) => kubernetesName('namespace', value, 63, labelPattern.test(value)),
    serviceAccount: (value) =>
      kubernetesName(
        'serviceAccount',
        value,
        253,
        value.split('.').every((label) => labelPattern.test(label)),
      ),
  },
  claims: (fields) => ({
    issuer: [
      { text: fieldText(fields, 'issuer'), label: 'cluster issuer', source: 'field', fieldKey: 'issuer' },
    ],
    subject: serviceAccountSubject(fields),
  }),
  warnings: (fields) => [
    ...issuerWarnings(fieldText(fields, 'issuer')),
    ...kubeSystem(fieldText(fields, 'namespace'), fieldText(fields, 'issuer')),
  ],
  suggestName: (fields) =>
    nameFrom(['k8s', fieldText(fields, 'namespace'), fieldText(fields, 'serviceAccount')]),
  snippetForm: 'kubernetes-manifest',
  recognise: recogniseKubernetes,
})

function serviceAccountSubject(fields: FieldValues): Segment[] {
  return [
    { text: 'system:serviceaccount:', label: 'service account', source: 'fixed' },
    { text: fieldText(fields, 'namespace'), label: 'namespace', source: 'field', fieldKey: 'namespace' },
    { text: ':', label: '', source: 'fixed' },
    { text: fieldText(fields, 'serviceAccount'), label: 'name', source: 'field', fieldKey: 'serviceAccount' },
  ]
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
function kubernetesName(
  field: string,
  value: string,
  longest: number,
  isWellFormed: boolean,
): Warning | null {
  if (/\p{Lu}/u.test(value)) {
    return refuse(
      field,
      'Kubernetes has no capital letters in names, so no token carries them.',
      'Write it in small letters.',
    )
  }
  if (value.includes(':')) {
    return refuse(
      field,
      'The token carries namespace and service account apart.',
      'Type the name alone, without system:serviceaccount:.',
    )
  }
  if (isWellFormed && value.length <= longest) return null
  const dots = field === 'serviceAccount' ? ', hyphens and dots' : ' and hyphens'
  return refuse(
    field,
    `Kubernetes does not allow this name: it has small letters, digits${dots}, at most ${longest} characters, and a letter or digit at both ends.`,
    'Copy it from the cluster.',
  )
}

/** https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
function kubeSystem(namespace: string, issuer: string): Warning[] {
  if (namespace !== 'kube-system' || !hostOf(issuer).endsWith('.prod-aks.azure.com')) return []
  return [
    {
      code: 'kube-system-excluded',
      severity: 'info',
      field: 'namespace',
      text: 'AKS gives pods in kube-system no token by itself: its webhook leaves that namespace out.',
      fix: 'Use a namespace of your own, or mount a projected token in the pod.',
    },
  ]
}

function recogniseKubernetes(stored: StoredClaims): Recognised | null {
  const parts = subjectPattern.exec(stored.subject ?? '')?.groups
  if (parts === undefined) return null
  return {
    presetId: 'kubernetes',
    platform: 'Kubernetes',
    workload: `${parts['namespace']}/${parts['serviceAccount']}`,
    qualifier: hostOf(stored.issuer) || null,
    fields: {
      issuer: stored.issuer,
      namespace: parts['namespace'],
      serviceAccount: parts['serviceAccount'],
    },
  }
}
