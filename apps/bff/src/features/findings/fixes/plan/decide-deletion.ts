import type { StoredFinding } from '@trustwright/shared-schemas'
import { about, type Deciding, type Outcome } from './decision.ts'
import type { KnownTrust } from './read-siblings.ts'

const keepsTwin: readonly StoredFinding['rule'][] = ['dead-twin', 'cannot-match']

/** What it would leave nobody of stays, and so does a trust whose successor nobody saw working. */
export function decideDeletion({ trust, others, findings, before }: Deciding): Outcome {
  const switched = findings.find(({ rule }) => rule === 'id-migration-due')
  if (switched !== undefined && !successorIsSeen(trust, others))
    return 'Its successor with IDs was not seen working yet: let a run sign in by it first.'
  const gone = before.filter(({ action }) => action === 'delete').map((each) => each.trust)
  const alike = others.filter((other) => isAlike(trust, other))
  if (
    findings.some(({ rule }) => keepsTwin.includes(rule)) &&
    alike.length > 0 &&
    alike.every((other) => gone.includes(other))
  )
    return 'The one that would stay is deleted by another finding that you chose.'
  return {
    decision: { ...about({ trust, findings }), action: 'delete', after: null, newName: null },
    left: [],
  }
}

/** A trust at the same issuer that has the same subject with IDs, and was seen working as it is now. */
function successorIsSeen(trust: KnownTrust, others: readonly KnownTrust[]): boolean {
  const { issuer, subject } = trust.credential
  return others.some(
    (other) =>
      other.isSeen &&
      other.credential.issuer === issuer &&
      (other.credential.subject ?? '').replaceAll(/@\d+/g, '') === subject,
  )
}

function isAlike(one: KnownTrust, other: KnownTrust): boolean {
  const plain = ({ credential: { issuer, subject } }: KnownTrust) =>
    `${issuer.trim().replace(/\/+$/, '')}\n${(subject ?? '').trim()}`.toLowerCase()
  return plain(one) === plain(other)
}
