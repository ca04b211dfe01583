import { aksHost } from '../../../presets/issuer-facts.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { knownOperatorOf } from '../../known-operators.ts'
import { quoted } from '../../letters.ts'

const start = 'system:serviceaccount:'
const name = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/

/** Subjects of service accounts. https://kubernetes.io/docs/concepts/security/service-accounts/ */
export const kubernetes: DraftRule = (draft) => [...grammar(draft), ...presented(draft), ...kubeSystem(draft)]

function grammar({ subject, subjectPlatform, issuerPlatform }: DraftView): Cause[] {
  const text = subject.trim()
  const isCluster = issuerPlatform === 'cluster' || looksMeant(text)
  if (!isCluster || text === '' || text.includes('*')) return []
  if (subjectPlatform !== null && subjectPlatform !== 'cluster') return []
  const [namespace, account, ...more] = text.startsWith(start) ? text.slice(start.length).split(':') : []
  if (isName(namespace, 63) && isName(account, 253) && more.length === 0) return []
  const wanted = repaired(text)
  return [
    causeOf('kubernetes-grammar', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: `No token would match: ${whyNot(text)}.`,
      evidence: `Subject: ${quoted(text)}`,
      fix: wanted === null ? `Write ${start}NAMESPACE:SERVICEACCOUNT` : `Write ${wanted}`,
      ...(wanted === null ? {} : { action: { kind: 'set', field: 'subject', value: wanted } }),
    }),
  ]
}

function looksMeant(subject: string): boolean {
  return /^(?:system[:/])?service-?accounts?[:/]|^system:/i.test(subject)
}

function isName(text: string | undefined, longest: number): boolean {
  return text !== undefined && text.length <= longest && name.test(text)
}

function repaired(subject: string): string | null {
  const [, namespace, account] =
    /^(?:(?:system[:/])?service-?accounts?[:/])?([^:/\s]+)[:/]([^:/\s]+)$/i.exec(subject) ?? []
  const wanted = [namespace?.toLowerCase(), account?.toLowerCase()] as const
  return isName(wanted[0], 63) && isName(wanted[1], 253)
    ? `${start}${wanted[0] ?? ''}:${wanted[1] ?? ''}`
    : null
}

function whyNot(subject: string): string {
  if (subject.startsWith(start) && /\p{Lu}/u.test(subject))
    return 'Kubernetes has no capital letters in names'
  if (subject.startsWith(start)) {
    return 'behind system:serviceaccount: come exactly the namespace and the service account, parted by a colon'
  }
  return 'a service account is written system:serviceaccount:NAMESPACE:SERVICEACCOUNT'
}

/** The operator's own account is presented, whoever the workload is. */
function presented({ facts, subject }: DraftView): Cause[] {
  const known = facts.kubernetes
  const operator = knownOperatorOf(known?.workload ?? '') ?? knownOperatorOf(known?.presentedSubject ?? '')
  const wanted = known?.presentedSubject ?? (operator === null ? undefined : `${start}${operator.account}`)
  if (wanted === undefined || wanted === subject || subject === '') return []
  const isSeen = known?.presentedSubject !== undefined
  return [
    causeOf(operator === null ? 'kubernetes-other-account' : 'kubernetes-operator', {
      severity: isSeen ? 'block' : 'warn',
      certainty: isSeen ? 'certain' : 'likely',
      field: 'subject',
      text:
        operator === null
          ? `No token of the workload matches: it presents another service account, ${wanted.replace(start, '')}.`
          : `No token of ${operator.title} matches: the operator presents its own service account ${wanted.replace(start, '')}, not that of the application.`,
      evidence: `Presented: ${wanted} — stored: ${subject}`,
      fix:
        operator === null
          ? 'Make the trust for that service account, or set serviceAccountName in the pods to the stored one.'
          : `Add a trust for ${wanted.replace(start, '')} to each identity that ${operator.title} uses.`,
      action: { kind: 'set', field: 'subject', value: wanted },
    }),
  ]
}

/** https://azure.github.io/azure-workload-identity/docs/known-issues.html */
function kubeSystem({ subject, host }: DraftView): Cause[] {
  if (!subject.startsWith(`${start}kube-system:`) || !aksHost.test(host)) return []
  return [
    causeOf('kube-system-excluded', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: 'AKS gives pods in kube-system no token by itself: its webhook leaves that namespace out.',
      evidence: `Subject: ${subject}`,
      fix: 'Use another namespace, or set the label admissions.enforcer/disabled on the webhook. Add-ons of AKS are served all the same.',
    }),
  ]
}
