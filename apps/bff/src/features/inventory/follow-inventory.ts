import type { InventoryScan } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { signInHolds } from '../../sessions/sign-in-holds.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import { followChanges } from '../../domain/follow-changes.ts'
import type { Streams } from '../../domain/streams.ts'
import { steadyClock } from '../../domain/timer.ts'
import { describeScan } from './describe-scan.ts'
import type { InventoryDeps } from './inventory-deps.ts'
import { findLatest } from './store/begin-scan.ts'

const lookEveryMs = 1000

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

function follow({ deps: { db, timer }, caller, owner, signal }: FollowOptions): EventStream<InventoryScan> {
  return followChanges({
    clock: steadyClock,
    timer,
    signal,
    look: async () => {
      const row = await findLatest(db, owner)
      return row !== null && (await signInHolds(db, caller)) ? describeScan(db, row) : null
    },
    lookEveryMs: () => lookEveryMs,
    isOver: ({ state }) => state === 'finished' || state === 'stopped',
  })
}
