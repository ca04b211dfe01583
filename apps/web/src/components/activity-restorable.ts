import type { ActivityEvent, DeletedTrust } from '@trustwright/shared-schemas'

const keptMs = 30 * 86_400_000

/** A deletion that happened, or may have, and whose values may still be kept. */
export function isRestorableDeletion({ at, operation, outcome }: ActivityEvent, now: number): boolean {
  const hasGone = outcome === 'succeeded' || outcome === 'unknown'
  return operation === 'trust.delete' && hasGone && now - Date.parse(at) < keptMs
}

/** Whether the kept values are those that this deletion took away: same name and values, kept after it began. */
export function isSameDeletion(
  { at, before }: Pick<ActivityEvent, 'at' | 'before'>,
  name: string,
  { deletedAt, trust }: DeletedTrust,
): boolean {
  if (trust.name.toLowerCase() !== name.toLowerCase() || Date.parse(deletedAt) < Date.parse(at)) return false
  return (
    before === null || (before['issuer'] === trust.issuer && (before['subject'] ?? null) === trust.subject)
  )
}
