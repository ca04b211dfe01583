import type { CauseAction } from '../diagnosis/cause.ts'
import { checkTrust } from '../diagnosis/check-trust.ts'
import type { CheckContext } from '../diagnosis/draft-view.ts'
import type { FindingTrust } from './facts/inventory.ts'

export type TrustValues = Pick<FindingTrust, 'issuer' | 'subject' | 'expression' | 'audiences'>

/** One correction may bring the next fault to light; more than these were never seen. */
const mostRounds = 6

/**
 * The values with these corrections, and with those of every certain fault behind them that has one right answer. A name is
 * never corrected: Azure keeps it.
 */
export function repairTrust(
  values: TrustValues,
  actions: readonly CauseAction[],
  context: CheckContext = {},
): TrustValues {
  let repaired = actions.reduce(withAction, values)
  for (let round = 0; round < mostRounds; round += 1) {
    const next = nextAction(repaired, context)
    const better = next === undefined ? repaired : withAction(repaired, next)
    if (isSame(better, repaired)) return repaired
    repaired = better
  }
  return repaired
}

function nextAction(values: TrustValues, context: CheckContext): CauseAction | undefined {
  const { expression: claimsMatchingExpression, ...rest } = values
  return checkTrust({ ...rest, claimsMatchingExpression }, context).causes.find(
    ({ severity, certainty, action, field }) =>
      severity === 'block' && certainty === 'certain' && action?.kind === 'set' && field !== 'name',
  )?.action
}

function withAction(values: TrustValues, action: CauseAction): TrustValues {
  if (action.kind !== 'set' || action.field === 'name') return values
  if (action.field === 'audience') return { ...values, audiences: [action.value] }
  return { ...values, [action.field]: action.value }
}

function isSame(one: TrustValues, other: TrustValues): boolean {
  return (
    one.issuer === other.issuer &&
    one.subject === other.subject &&
    one.expression === other.expression &&
    one.audiences.join('\n') === other.audiences.join('\n')
  )
}
