import type { Beacon } from '@trustwright/shared-schemas'
import { followChanges } from '../../domain/follow-changes.ts'
import type { Streams } from '../../domain/streams.ts'
import type { Caller } from '../../ports.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import type { BeaconDeps } from './beacon-deps.ts'
import { beaconOfSession, ownBeacon } from './own-beacon.ts'
import { toBeacon } from './to-beacon.ts'

const lookEveryMs = 1000

export interface FollowOptions {
  readonly deps: Pick<BeaconDeps, 'clock' | 'db' | 'timer'>
  readonly streams: Streams
  readonly caller: Caller
  readonly beaconId: string
  /** Ends the stream with the page or the process. */
  readonly signal: AbortSignal
}

/**
 * Tells the beacon as it is, and each change of it. The row is looked at once a second, since the workload may post to another
 * replica. Throws BEACON_NOT_FOUND, TOO_MANY_REQUESTS before anything is streamed.
 */
export async function followBeacon(options: FollowOptions): Promise<EventStream<Beacon>> {
  const { deps, streams, caller, beaconId, signal } = options
  await ownBeacon(deps, caller, beaconId)
  streams.enter(caller, signal)
  return follow(options)
}

function follow({ deps, caller, beaconId, signal }: FollowOptions): EventStream<Beacon> {
  const { clock, timer } = deps
  return followChanges({
    clock,
    timer,
    signal,
    look: async () => {
      const row = await beaconOfSession(deps, caller, beaconId)
      return row && toBeacon(row, clock.now())
    },
    lookEveryMs: () => lookEveryMs,
    isOver: ({ state }) => state !== 'waiting',
  })
}
