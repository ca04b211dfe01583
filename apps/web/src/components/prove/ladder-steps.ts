import type { ProofStep as StoredStep, Trust } from '@trustwright/shared-schemas'
import type { ProofStep } from '../proof-badge.tsx'

export interface LadderSteps {
  readonly checked: ProofStep | null
  readonly matched: ProofStep | null
  readonly seen: ProofStep | null
}

/** What is stored of a trust's proof, in words. */
export function ladderSteps({
  checked,
  matched,
  seen,
}: Pick<Trust, 'checked' | 'matched' | 'seen'>): LadderSteps {
  return {
    checked: checked ? { at: checked.at, evidence: checkedBy(checked) } : null,
    matched: matched
      ? {
          at: matched.at,
          evidence: matchedBy(matched),
          ...(matched.means === 'beacon' && { word: 'Matched (signed)' }),
        }
      : null,
    seen: seen ? { at: seen.at, evidence: seenBy(seen) } : null,
  }
}

function checkedBy({ means }: StoredStep): string {
  return means === 'rules-and-issuer'
    ? 'The values follow the rules, and the issuer’s documents and keys were read.'
    : 'The values follow the rules; the issuer could not be confirmed.'
}

function matchedBy({ means, by }: StoredStep): string {
  return means === 'beacon'
    ? `A token of the workload came to a beacon of ${by}; the issuer signed it.`
    : `A token that ${by} pasted carries the same claims; nobody saw its signature.`
}

function seenBy({ means, by, from }: NonNullable<Trust['seen']>): string {
  if (means !== 'sign-in-log') return `Entra took a token, shown by ${by}.`
  return `Entra’s sign-in log names it${from ? `, from ${from}` : ''}.`
}
