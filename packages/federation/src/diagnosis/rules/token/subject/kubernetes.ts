import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { knownOperatorOf } from '../../../known-operators.ts'
import { letterCase } from './letter-case.ts'

const account = /^system:serviceaccount:([^:]+):([^:]+)$/

/** Namespace or service account differ. */
export const kubernetes: PairRule = (pair) => {
  const { subject } = pair
  const token = account.exec(subject?.presented ?? '')
  if (subject === null || token === null) return []
  const [, namespace = '', name = ''] = token
  const stored = account.exec(subject.stored)
  if (stored === null) {
    return [
      pairCause(pair, 'subject', 'kubernetes-grammar', {
        text: 'No token matches: the stored subject has a form that Kubernetes never writes. It is system:serviceaccount:NAMESPACE:NAME.',
        fix: `Store ${subject.presented} for this service account.`,
        action: 'set',
      }),
    ]
  }
  const [, storedNamespace = '', storedName = ''] = stored
  const cases = letterCase(pair, [
    [storedNamespace, namespace],
    [storedName, name],
  ])
  const isNamespace = storedNamespace.toLowerCase() === namespace.toLowerCase()
  const isName = storedName.toLowerCase() === name.toLowerCase()
  if (isNamespace && isName) return cases
  if (knownOperatorOf(subject.presented) !== null || knownOperatorOf(name) !== null) {
    return [
      ...cases,
      pairCause(pair, 'subject', 'kubernetes-operator', {
        text: `This token does not match: the operator ${namespace}:${name} presents the token of its own service account, and the trust is for ${storedNamespace}:${storedName}.`,
        fix: `Add a trust for ${subject.presented} to each identity that ${name} signs in with.`,
        action: 'create',
      }),
    ]
  }
  const what = isName
    ? `runs in the namespace ${namespace}, and the trust is for ${storedNamespace}`
    : isNamespace
      ? `uses the service account ${name}, and the trust is for ${storedName}`
      : `uses the service account ${name} in the namespace ${namespace}, and the trust is for ${storedNamespace}:${storedName}`
  return [
    ...cases,
    pairCause(pair, 'subject', 'kubernetes-other-account', {
      text: `This token does not match: the pod ${what}.${name === 'default' ? ' A pod that names no service account gets “default”.' : ''}`,
      fix: `Set serviceAccountName: ${storedName} in the pod or chart, or create a trust for ${subject.presented}.`,
      action: 'create',
    }),
  ]
}
