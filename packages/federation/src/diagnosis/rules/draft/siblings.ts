import { limits } from '@trustwright/shared-schemas'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { differsInCaseOnly, letterCaseWords } from '../../letters.ts'
import { withoutEndSlashes } from '../../platform-of.ts'
import type { DiagnosedTrust } from '../../trust.ts'

/** What the parent's other trusts, and those of other identities, say about the draft. */
export const siblingsRule: DraftRule = (draft) => [
  ...draft.siblings.flatMap((sibling) => [...sameName(draft, sibling), ...sameClaims(draft, sibling)]),
  ...draft.siblings.flatMap((sibling) => nearMiss(draft, sibling)),
  ...limitReached(draft),
  ...elsewhere(draft),
]

function sameName({ name }: DraftView, sibling: DiagnosedTrust): Cause[] {
  if (name === null || sibling.name?.toLowerCase() !== name.toLowerCase()) return []
  return [
    causeOf('name-taken', {
      severity: 'block',
      certainty: 'certain',
      field: 'name',
      text: `A trust with the name ${name} already exists here: an application refuses it as a duplicate, a managed identity would overwrite it.`,
      evidence: `${sibling.name}: ${sibling.subject ?? 'matching expression'}`,
      fix: 'Give it a name of its own, such as owner, repository and environment in one.',
    }),
  ]
}

function sameClaims({ issuer, subject, name }: DraftView, sibling: DiagnosedTrust): Cause[] {
  if (subject === '' || sibling.issuer !== issuer || sibling.subject !== subject) return []
  if (sibling.name !== undefined && sibling.name === name) return []
  return [
    causeOf('claims-taken', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: `Azure refuses it as a duplicate: ${sibling.name ?? 'another trust'} already exists here with this issuer and subject, and the pair must be unique.`,
      evidence: `${sibling.name ?? 'Trust'}: ${issuer}, ${subject}`,
      fix: 'Use the existing trust; a second one is not needed.',
    }),
  ]
}

/** One of two that differ in a letter's case or a slash can hardly match. */
function nearMiss({ issuer, subject }: DraftView, sibling: DiagnosedTrust): Cause[] {
  const other = { issuer: sibling.issuer ?? '', subject: sibling.subject ?? '' }
  const rest = { severity: 'warn', certainty: 'possible' } as const
  const named = sibling.name ?? 'Another trust'
  if (subject !== '' && other.issuer === issuer && differsInCaseOnly(subject, other.subject)) {
    return [
      causeOf('subject-case', {
        ...rest,
        field: 'subject',
        text: `One of two may never match: ${named} has the same subject in other letter case, and tokens carry one spelling.`,
        evidence: `${subject} — ${other.subject}: ${letterCaseWords(subject, other.subject)}`,
        fix: 'Compare both with “sub” of a token, and keep the one that equals it.',
      }),
    ]
  }
  if (subject === '' || other.subject !== subject || other.issuer === issuer) return []
  if (withoutEndSlashes(other.issuer) !== withoutEndSlashes(issuer)) return []
  return [
    causeOf('issuer-slash', {
      ...rest,
      field: 'issuer',
      text: `One of two may never match: ${named} has the same subject, and its issuer differs in the trailing slash alone.`,
      evidence: `${issuer} — ${other.issuer}`,
      fix: 'Compare both with “iss” of a token, and keep the one that equals it.',
    }),
  ]
}

/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
function limitReached({ siblings }: DraftView): Cause[] {
  if (siblings.length < limits.trustsPerIdentity) return []
  return [
    causeOf('limit-reached', {
      severity: 'block',
      certainty: 'certain',
      text: `Azure refuses one more: the identity has ${siblings.length} trusts, and the limit is ${limits.trustsPerIdentity}.`,
      evidence: `${siblings.length} trusts`,
      fix: 'Delete one that nobody uses, put it on another identity, or let one environment serve several branches.',
    }),
  ]
}

function elsewhere({ issuer, subject, otherParents }: DraftView): Cause[] {
  const holders = otherParents.filter(({ trusts }) =>
    trusts.some((trust) => subject !== '' && trust.issuer === issuer && trust.subject === subject),
  )
  if (holders.length === 0) return []
  const names = holders.map(({ name, clientId }) => name ?? clientId ?? 'another identity').join(', ')
  return [
    causeOf('claims-elsewhere', {
      severity: 'info',
      certainty: 'certain',
      field: 'subject',
      text: `This workload can already sign in as another identity: ${names}.`,
      evidence: `Same issuer and subject on ${names}`,
      fix: 'Use that identity’s client ID if it is the one that was meant.',
    }),
  ]
}
