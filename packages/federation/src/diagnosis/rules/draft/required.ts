import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { defaultAudience } from '../../../model/cloud.ts'

const source = 'Azure stores no trust without issuer, subject and exactly one audience.'

/**
 * What Azure refuses as missing or doubled.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export const required: DraftRule = (draft) => [
  ...(isEmpty(draft.issuer) ? [noIssuer(draft)] : []),
  ...subjectOrExpression(draft),
  ...audienceCount(draft),
]

function noIssuer({ subject }: DraftView): Cause {
  const isCluster = subject.startsWith('system:serviceaccount:')
  return causeOf('value-missing', {
    severity: 'block',
    certainty: 'certain',
    field: 'issuer',
    text: 'Azure refuses a trust without an issuer.',
    evidence: `The issuer is empty. ${source}`,
    fix: isCluster
      ? 'Enable the OIDC issuer of the cluster, and let the trust wait for the cluster: its issuer is known only then.'
      : 'Copy “iss” of a token into the issuer; in a template, let the trust wait for what gives that value.',
  })
}

function subjectOrExpression({ subject, expression }: DraftView): Cause[] {
  if (!isEmpty(subject) && expression !== null) {
    return [
      causeOf('subject-and-expression', {
        severity: 'block',
        certainty: 'certain',
        field: 'subject',
        text: 'Azure takes a subject or a matching expression, not both.',
        evidence: `Subject ${subject} stands beside an expression.`,
        fix: 'Remove the one that is not meant.',
      }),
    ]
  }
  if (!isEmpty(subject) || (expression !== null && !isEmpty(expression))) return []
  return [
    causeOf('value-missing', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: 'Azure refuses a trust without a subject.',
      evidence: `The subject is empty. ${source}`,
      fix: 'Copy “sub” of a token into the subject.',
    }),
  ]
}

function audienceCount({ audiences, cloud }: DraftView): Cause[] {
  if (audiences.length === 1 && !isEmpty(audiences[0] ?? '')) return []
  const count = audiences.length > 1 ? `${audiences.length} audiences` : 'no audience'
  return [
    causeOf('audience-count', {
      severity: 'block',
      certainty: 'certain',
      field: 'audience',
      text: `Azure refuses a trust with ${count}: it takes exactly one audience.`,
      evidence:
        audiences.length === 0 ? 'The list of audiences is empty.' : `Audiences: ${audiences.join(', ')}`,
      fix: `Give one audience: ${defaultAudience(cloud)}, unless the workload asks for another.`,
      action: { kind: 'set', field: 'audience', value: defaultAudience(cloud) },
    }),
  ]
}

function isEmpty(text: string): boolean {
  return text.trim() === ''
}
