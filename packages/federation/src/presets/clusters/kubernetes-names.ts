import { type FieldRule, refuse } from '../define-preset.ts'
import type { PlatformField } from '../platform/fields.ts'

const labelPattern = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/

/** Namespace and service account, with the rules that every cluster has for them. */
export function kubernetesNames(
  examples = { namespace: 'shop', serviceAccount: 'api' },
): Readonly<Record<'namespace' | 'serviceAccount', PlatformField>> {
  return {
    namespace: {
      guide: {
        label: 'Namespace',
        help: 'The namespace of the service account.',
        example: examples.namespace,
      },
      rule: (key) => nameRule(key, 63, (value) => labelPattern.test(value)),
    },
    serviceAccount: {
      guide: {
        label: 'Service account',
        help: 'Its name alone. The pods must run as it.',
        example: examples.serviceAccount,
      },
      rule: (key) =>
        nameRule(key, 253, (value) => value.split('.').every((label) => labelPattern.test(label))),
    },
  }
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
function nameRule(key: string, longest: number, isWellFormed: (value: string) => boolean): FieldRule {
  return (value) => {
    if (/\p{Lu}/u.test(value)) {
      return refuse(
        key,
        'Kubernetes has no capital letters in names, so no token carries them.',
        'Write it in small letters.',
      )
    }
    if (value.includes(':')) {
      return refuse(
        key,
        'The token carries namespace and service account apart.',
        'Type the name alone, without system:serviceaccount:.',
      )
    }
    if (isWellFormed(value) && value.length <= longest) return null
    const dots = key === 'serviceAccount' ? ', hyphens and dots' : ' and hyphens'
    return refuse(
      key,
      `Kubernetes does not allow this name: it has small letters, digits${dots}, at most ${longest} characters, and a letter or digit at both ends.`,
      'Copy it from the cluster.',
    )
  }
}
