import type { ActivityEvent } from '@trustwright/shared-schemas'
import { parentOf, readTarget, trustOf } from '../../components/activity-words.ts'
import type { TrustKey } from '../../paths.ts'

/** A trust that the person's own actions left without an end. */
export interface Unfinished {
  /** `unproven`: stored, and no exchange since. `refused`: the last exchange failed. `unknown`: Azure's answer was lost. */
  readonly why: 'unproven' | 'refused' | 'unknown'
  readonly at: string
  readonly key: TrustKey
  /** Issuer and subject as the actions left them, where one says so. */
  readonly stored: ReturnType<typeof trustOf>
}

/** Trusts whose newest decisive event asks for another step, in the order of the events: newest first. */
export function unfinished(events: readonly ActivityEvent[]): Unfinished[] {
  const decided = new Set<string>()
  const found: Unfinished[] = []
  for (const event of events) {
    const target = wholeTarget(event.target)
    const key = event.target.toLowerCase()
    const verdict = verdictOf(event)
    if (target === null || verdict === null || decided.has(key)) continue
    decided.add(key)
    if (verdict !== 'ended')
      found.push({ why: verdict, at: event.at, key: target, stored: lastStored(events, key) })
  }
  return found
}

/** An exchange does not say what it was about; the action before it does. */
function lastStored(events: readonly ActivityEvent[], key: string): Unfinished['stored'] {
  for (const event of events) {
    const mayHold = event.outcome === 'succeeded' || event.outcome === 'unknown'
    const stored = mayHold && event.target.toLowerCase() === key ? trustOf(event) : null
    if (stored !== null) return stored
  }
  return null
}

const writes = new Set<ActivityEvent['operation']>([
  'trust.create',
  'trust.change',
  'trust.delete',
  'trust.restore',
])

/** Null: the event changed nothing and proves nothing, so an older one decides. */
function verdictOf({ operation, outcome }: ActivityEvent): Unfinished['why'] | 'ended' | null {
  if (operation === 'trust.prove') {
    if (outcome === 'succeeded') return 'ended'
    return outcome === 'refused' ? 'refused' : null
  }
  // Asking for a trust, or deciding about a request, stores none: what an approval creates is an action of its own.
  if (!writes.has(operation)) return null
  if (outcome === 'unknown') return 'unknown'
  if (outcome !== 'succeeded') return null
  return operation === 'trust.delete' ? 'ended' : 'unproven'
}

function wholeTarget(resourceId: string): TrustKey | null {
  const target = readTarget(resourceId)
  const parent = parentOf(target)
  return parent === null || target.trustName === null ? null : { parent, trustName: target.trustName }
}
