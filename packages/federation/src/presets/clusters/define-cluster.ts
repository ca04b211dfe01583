import { kubernetesManifest } from '../../exports/kubernetes-manifest.ts'
import type { FieldValues } from '../../model/preset.ts'
import { fieldText } from '../../model/texts.ts'
import type { Warning } from '../../model/warning.ts'
import type { PresetDefinition } from '../define-preset.ts'
import { issuerWarnings } from '../issuer-checks.ts'
import { aksHost } from '../issuer-facts.ts'
import { hostOf } from '../issuer-host.ts'
import { definePlatform, type Platform } from '../platform/define-platform.ts'
import type { PlatformField } from '../platform/fields.ts'
import { field, segmentsOf, type Template } from '../platform/template.ts'
import { textOf } from '../../model/segment.ts'
import { kubernetesNames } from './kubernetes-names.ts'

/** The clusters of one vendor: how its issuer is made, and everything else as Kubernetes has it. */
export type Cluster = Pick<Platform, 'id' | 'title' | 'summary' | 'certainty' | 'docsUrl' | 'factsAsOf'> & {
  /** Fields of the issuer, and whatever else the form asks for before the service account. */
  readonly issuerFields: Readonly<Record<string, PlatformField>>
  readonly issuer: Template
  /** By which a stored trust is told from those of any cluster; default: every name. */
  readonly namespacePattern?: string
  readonly serviceAccountPattern?: string
  /** What to know beside what holds for every cluster. */
  readonly warnings?: (fields: FieldValues) => readonly Warning[]
  readonly audience?: NonNullable<Platform['audience']>
  readonly readAudience?: NonNullable<Platform['readAudience']>
  /** For controllers that every cluster runs under the same names. */
  readonly examples?: { readonly namespace: string; readonly serviceAccount: string }
}

/** Service accounts of a cluster. https://azure.github.io/azure-workload-identity/docs/ */
export function defineCluster(cluster: Cluster): PresetDefinition {
  const { issuerFields, issuer, examples, namespacePattern, serviceAccountPattern, warnings, ...facts } =
    cluster
  const issuerText = (fields: FieldValues) => textOf(segmentsOf(issuer, fields))
  return definePlatform({
    ...facts,
    category: 'clusters',
    fields: { ...issuerFields, ...kubernetesNames(examples) },
    forms: [
      {
        issuer,
        subject: [
          'system:serviceaccount:',
          field('namespace', 'namespace', { pattern: namespacePattern ?? '[^:]+' }),
          ':',
          field('serviceAccount', 'service account', { pattern: serviceAccountPattern ?? '[^:]+' }),
        ],
      },
    ],
    warnings: (fields) => [
      ...issuerWarnings(issuerText(fields)),
      ...kubeSystem(fieldText(fields, 'namespace'), issuerText(fields)),
      ...(warnings?.(fields) ?? []),
    ],
    nameParts: (fields) => ['k8s', fieldText(fields, 'namespace'), fieldText(fields, 'serviceAccount')],
    words: (fields) => ({
      workload: `${fieldText(fields, 'namespace')}/${fieldText(fields, 'serviceAccount')}`,
      qualifier: hostOf(issuerText(fields)) || null,
    }),
    snippet: kubernetesManifest,
  })
}

/** https://azure.github.io/azure-workload-identity/docs/troubleshooting.html */
function kubeSystem(namespace: string, issuer: string): Warning[] {
  if (namespace !== 'kube-system' || !aksHost.test(hostOf(issuer))) return []
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
