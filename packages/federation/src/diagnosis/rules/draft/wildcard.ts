import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { expressionIssuerOf } from '../../../expressions/expression-issuers.ts'

/** Patterns in fields that Azure compares letter by letter. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const wildcard: DraftRule = (draft) => [
  ...inSubject(draft),
  ...inField('issuer', draft.issuer),
  ...inField('audience', draft.audience),
]

function inSubject(draft: DraftView): Cause[] {
  const { subject } = draft
  if (/^\s*claims\s*\[/.test(subject)) return [expressionInSubject(subject)]
  if (!subject.includes('*')) return plainMarks(draft)
  return [
    causeOf('wildcard-in-subject', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: 'No token would ever match: the subject is exact, so the asterisk is a literal character and no wildcard or pattern.',
      evidence: `Subject: ${subject}`,
      fix: fixFor(draft),
    }),
  ]
}

/** https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials */
function expressionInSubject(subject: string): Cause {
  return causeOf('expression-in-subject', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: 'No token would ever match: a matching expression stands in the subject, which is exact, so it is taken as literal text and no pattern.',
    evidence: `Subject: ${subject}`,
    fix: 'Store it as the matching expression (claimsMatchingExpression) and leave the subject out.',
  })
}

function fixFor({ subject, rightIssuer, parentKind }: DraftView): string {
  const takesExpressions = expressionIssuerOf(rightIssuer) !== null && parentKind !== 'managedIdentity'
  const flexible = takesExpressions ? ' or, on an application, a trust with a matching expression' : ''
  if (/^repo:[^:]*\*/.test(subject)) {
    return `Write one repository${flexible === '' ? '' : `${flexible} that holds repository_owner_id`}; give each group of workloads an identity of its own.`
  }
  if (subject.startsWith('repo:')) {
    const dependabot = subject.includes('dependabot/')
      ? ' Dependabot runs get no Actions secrets: hold client-id and tenant-id as variables or Dependabot secrets.'
      : ''
    return `Use a GitHub environment and let its rules say which branches or tags may use it${flexible}.${dependabot}`
  }
  return `Write the whole value, with a trust for each further one${flexible}.`
}

/** `?` may belong to a value; alternatives and character classes hardly do. */
function plainMarks({ subject }: DraftView): Cause[] {
  const mark = /\?|\([^()|]*\|[^()]*\)|\[[a-z0-9]-[a-z0-9]\]|\.\+|\\d/i.exec(subject)?.[0]
  if (mark === undefined) return []
  const isRight = mark === '?'
  return [
    causeOf('wildcard-not-a-pattern', {
      severity: isRight ? 'info' : 'warn',
      certainty: 'possible',
      field: 'subject',
      text: `Azure takes ${mark} as plain characters: this matches only where the token carries them too.`,
      evidence: `Subject: ${subject}`,
      fix: 'Write the whole value, unless they belong to it.',
    }),
  ]
}

function inField(field: 'issuer' | 'audience', value: string): Cause[] {
  if (!value.includes('*')) return []
  return [
    causeOf(field === 'issuer' ? 'wildcard-in-issuer' : 'wildcard-in-audience', {
      severity: 'block',
      certainty: 'certain',
      field,
      text: `No token would ever match: the ${field} is exact, so the asterisk is a literal character and no wildcard.`,
      evidence: value,
      fix: `Write the whole ${field}, with a trust for each further one.`,
    }),
  ]
}
