import { text } from '../fields.ts'
import type { ClaimContext } from '../define-platform.ts'
import type { Claims } from '../platform.ts'

export const serviceAccountSubject = 'system:serviceaccount:{namespace}:{serviceAccount}'

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const serviceAccountFields = {
  namespace: text('Namespace', {
    pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    says: 'must be a namespace: lower-case letters, digits and -, at most 63',
  }),
  serviceAccount: text('Service account', {
    pattern: /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
    says: 'must be a service account: lower-case letters, digits, - and .',
  }),
}

/** What every Kubernetes issuer has in common. */
export const kubernetesTokens = {
  subject: serviceAccountSubject,
  audienceAsList: true,
  lifetimeSeconds: 3600,
} as const

/**
 * A projected service account token bound to a pod:
 * https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
 */
export function kubernetesClaims(
  { namespace, serviceAccount }: { namespace: string; serviceAccount: string },
  { guid, issuedAt }: ClaimContext,
): Claims {
  const pod = `${serviceAccount}-${guid(`pod ${namespace}/${serviceAccount}`).slice(0, 8)}`
  return {
    'kubernetes.io': {
      namespace,
      node: { name: 'aks-system-12345678-vmss000000', uid: guid('node') },
      pod: { name: pod, uid: guid(`${namespace}/${pod}`) },
      serviceaccount: { name: serviceAccount, uid: guid(`${namespace}/${serviceAccount}`) },
      warnafter: issuedAt + 3607,
    },
  }
}
