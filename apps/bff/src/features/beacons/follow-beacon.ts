import type { Beacon } from '@trustwright/shared-schemas'
import type { Streams } from '../../domain/streams.ts'
import type { Caller } from '../../ports.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import type { BeaconDeps } from './beacon-deps.ts'
import { beaconOfSession, ownBeacon } from './own-beacon.ts'
import { toBeacon } from './to-beacon.ts'

const lookEveryMs = 1000
const signOfLifeMs = 15_000
/** A new request is a sign that the person is still there, and is checked like any other. */
const longestMs = 5 * 60_000

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

async function* follow({
  deps,
  caller,
  beaconId,
  signal,
}: FollowOptions): AsyncGenerator<{ id: number; data: Beacon } | null> {
  const { clock, timer } = deps
  const endsAt = clock.now() + longestMs
  let known = ''
  let toldAt = clock.now()
  for (let id = 0; ;) {
    const row = await beaconOfSession(deps, caller, beaconId)
    if (row === null) return
    const data = toBeacon(row, clock.now())
    const text = JSON.stringify(data)
    if (text !== known) {
      yield { id: (id += 1), data }
      known = text
      toldAt = clock.now()
    } else if (clock.now() - toldAt >= signOfLifeMs) {
      yield null
      toldAt = clock.now()
    }
    if (data.state !== 'waiting' || clock.now() >= endsAt || signal.aborted) return
    await timer.pause(lookEveryMs, signal).catch(() => undefined)
    if (signal.aborted) return
  }
}
