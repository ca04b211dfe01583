import type { InventoryScan } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { signInHolds } from '../../sessions/sign-in-holds.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import type { Streams } from '../../domain/streams.ts'
import { steadyClock } from '../../domain/timer.ts'
import { describeScan } from './describe-scan.ts'
import type { InventoryDeps } from './inventory-deps.ts'
import { findLatest } from './store/begin-scan.ts'

const lookEveryMs = 1000
const signOfLifeMs = 15_000
/** A new request is a sign that the person is still there, and is checked like any other. */
const longestMs = 5 * 60_000

export interface FollowOptions {
  readonly deps: Pick<InventoryDeps, 'db' | 'timer'>
  readonly streams: Streams
  readonly caller: Caller
  readonly owner: string
  readonly signal: AbortSignal
}

/** Throws NOT_FOUND where nothing was ever read, TOO_MANY_REQUESTS where the person has too many streams. */
export async function followInventory(options: FollowOptions): Promise<EventStream<InventoryScan>> {
  const { deps, streams, caller, owner, signal } = options
  if ((await findLatest(deps.db, owner)) === null) {
    throw new PortalError('NOT_FOUND', {
      detail: 'Nothing was read yet.',
      nextStep: 'Read the inventory first.',
    })
  }
  streams.enter(caller, signal)
  return follow(options)
}

async function* follow({
  deps: { db, timer },
  caller,
  owner,
  signal,
}: FollowOptions): AsyncGenerator<{ id: number; data: InventoryScan } | null> {
  const until = steadyClock.now() + longestMs
  let told = ''
  let toldAt = steadyClock.now()
  for (let id = 1; ;) {
    const row = await findLatest(db, owner)
    // A stream ends with its session, not only at its next request.
    if (row === null || !(await signInHolds(db, caller))) return
    const data = await describeScan(db, row)
    const text = JSON.stringify(data)
    if (text !== told) {
      yield { id, data }
      id += 1
      told = text
      toldAt = steadyClock.now()
    } else if (steadyClock.now() - toldAt >= signOfLifeMs) {
      yield null
      toldAt = steadyClock.now()
    }
    const isOver = data.state === 'finished' || data.state === 'stopped'
    if (isOver || steadyClock.now() >= until || signal.aborted) return
    await timer.pause(lookEveryMs, signal).catch(() => undefined)
  }
}
