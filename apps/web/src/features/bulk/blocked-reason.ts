import { counted } from '../../lib/words.ts'
import type { SpreadPlan } from './spread-rows.ts'
import type { BulkRows } from './use-rows.ts'
import type { Targets } from './use-targets.ts'

/** Why nothing can be asked of Azure yet; null when it can. */
export function blockedReason(
  plan: SpreadPlan,
  { all, problems, reading, unread }: Targets,
  { isBehind, github }: Pick<BulkRows, 'isBehind' | 'github'>,
): string | null {
  if (isBehind) return 'Reading what you typed.'
  if (github.asking > 0) return `Asking GitHub about ${counted(github.asking, 'repository', 'repositories')}.`
  const [problem] = problems
  if (problem !== undefined) return `New identities: ${problem.message}`
  if (all.length === 0) return 'Choose an identity, or let new ones be made.'
  if (reading > 0) return `Reading the trusts of ${reading} of the chosen identities.`
  if (plan.placed.length > 0) return null
  if (unread.length > 0) return `The trusts of ${unread.join(', ')} could not be read.`
  return 'There is no row to create yet.'
}
