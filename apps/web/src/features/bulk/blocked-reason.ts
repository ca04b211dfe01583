import { counted } from '../../lib/words.ts'
import { mostRows } from './bulk-row.ts'
import type { SpreadPlan } from './spread-rows.ts'
import type { BulkRows } from './use-rows.ts'
import type { Targets } from './use-targets.ts'

interface Page extends Pick<BulkRows, 'isBehind' | 'github'> {
  /** A role is being chosen that is not taken yet. */
  readonly isChoosing: boolean
  /** Rows of the run, those of roles included. */
  readonly items: number
}

/** Why nothing can be asked of Azure yet; null when it can. */
export function blockedReason(
  plan: SpreadPlan,
  { all, problems, reading, unread, gone }: Targets,
  { isBehind, github, isChoosing, items }: Page,
): string | null {
  if (isBehind) return 'Reading what you typed.'
  if (github.asking > 0) return `Asking GitHub about ${counted(github.asking, 'repository', 'repositories')}.`
  const [problem] = problems
  if (problem !== undefined) return `New identities: ${problem.message}`
  const lost = all.filter(({ key }) => gone.includes(key)).map(({ name }) => name)
  if (lost.length > 0)
    return `Azure has no ${lost.join(', ')} any more, or does not show it to you. Leave it out.`
  if (all.length === 0) return 'Choose an identity, or let new ones be made.'
  if (reading > 0) return `Reading the trusts of ${reading} of the chosen identities.`
  if (isChoosing) return 'Add the role that you began, or leave it out.'
  if (items > mostRows)
    return `With the roles this makes ${items} rows. One run takes at most 10,000: split it.`
  if (plan.placed.length > 0) return null
  if (unread.length > 0) return `The trusts of ${unread.join(', ')} could not be read.`
  return 'There is no row to create yet.'
}
