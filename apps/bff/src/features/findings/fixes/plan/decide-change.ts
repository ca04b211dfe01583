import { repairTrust, type TrustValues } from '@trustwright/federation'
import type { FixValues } from '@trustwright/shared-schemas'
import { about, type Deciding, type Decision, type Outcome, valuesOf } from './decision.ts'
import type { KnownTrust } from './read-siblings.ts'

/** The values put right; none where Azure would refuse them beside another trust. */
export function decideChange({ trust, others, findings, place, before }: Deciding): Outcome {
  const values = valuesOf(trust)
  const actions = findings.flatMap(({ fix }) =>
    fix.action === undefined || fix.action.kind === 'delete' ? [] : [fix.action],
  )
  const after = repairTrust(values, actions, { ...place, parentKind: trust.parent.kind, operation: 'update' })
  if (JSON.stringify(after) === JSON.stringify(values)) return 'It has these values already.'
  const taken = takenBy(after, others) ?? takenInPlan(after, trust, before)
  if (taken !== null)
    return `${taken} has these values: Azure takes them once on an identity. Delete one of the two.`
  return {
    decision: { ...about({ trust, findings }), action: 'change', after: toFixValues(after), newName: null },
    left: [],
  }
}

function takenBy({ issuer, subject }: TrustValues, others: readonly KnownTrust[]): string | null {
  if (subject === null) return null
  const other = others.find(
    ({ credential }) => credential.issuer === issuer && credential.subject === subject,
  )
  return other?.credential.name ?? null
}

function takenInPlan(
  after: TrustValues,
  { parentKey }: KnownTrust,
  before: readonly Decision[],
): string | null {
  const other = before.find(
    (each) =>
      each.trust.parentKey === parentKey &&
      each.after?.issuer === after.issuer &&
      each.after.subject === after.subject,
  )
  return other === undefined ? null : (other.newName ?? other.trust.credential.name)
}

function toFixValues({ audiences, ...values }: TrustValues): FixValues {
  return { ...values, audiences: [...audiences] }
}
