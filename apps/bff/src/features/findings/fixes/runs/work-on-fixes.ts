import { and, asc, eq } from 'drizzle-orm'
import { fixItem } from '../../../../db/schema-fixes.ts'
import { holderOf } from '../../../../domain/credential-holder.ts'
import { eachOf } from '../../../../domain/each-of.ts'
import { parentsAtOnce } from '../../../../domain/estimate.ts'
import { resourceKey } from '../../../../domain/resource-ids.ts'
import { StopRun } from '../../../../domain/running-runs.ts'
import { UnsettledWrite } from '../../../../domain/unsettled-write.ts'
import { freshTally, whatNow } from '../../../../domain/what-now.ts'
import { PortalError } from '../../../../errors.ts'
import type { Caller } from '../../../../ports.ts'
import {
  beat,
  endFixRun,
  FixRunLost,
  noteItem,
  type FixItemRow,
  type FixRunEnd,
  type FixTurn,
} from './fix-record.ts'
import type { FixParts } from './fix-parts.ts'
import { makeChange } from './make-change.ts'

const heartbeatMs = 2000

/** Works on a turn of a run in the background, and writes down how it ended. */
export function workOnFixes(parts: FixParts, caller: Caller, turn: FixTurn): void {
  const { clock, db, logger, running } = parts
  running.start(turn.runId, async (signal, stop) => {
    const heartbeat = setInterval(() => {
      beat(db, clock, turn).then(
        (stopWanted) => stopWanted && stop(new StopRun('person')),
        (error: unknown) => {
          if (error instanceof FixRunLost) stop(error)
          else logger.warn({ err: error, runId: turn.runId }, 'a run of fixes cannot tell that it lives')
        },
      )
    }, heartbeatMs)
    let end: FixRunEnd = { state: 'finished', stoppedBecause: null }
    try {
      await changeAll(parts, caller, turn, signal)
    } catch (error) {
      if (error instanceof FixRunLost || signal.reason instanceof FixRunLost) return
      const why: unknown = signal.aborted ? signal.reason : error
      // Whoever reads the run next takes it up again.
      if (why instanceof StopRun && why.by === 'restart') return
      end = endBy(why)
      if (end === failed) logger.error({ err: error, runId: turn.runId }, 'a run of fixes failed')
    } finally {
      clearInterval(heartbeat)
    }
    await endFixRun(db, new Date(clock.now()), turn, end)
  })
}

async function changeAll(parts: FixParts, caller: Caller, turn: FixTurn, signal: AbortSignal): Promise<void> {
  const items = await parts.db
    .select()
    .from(fixItem)
    .where(and(eq(fixItem.runId, turn.runId), eq(fixItem.chosen, true)))
    .orderBy(asc(fixItem.ordinal))
  const open = items.filter(({ state }) => ['pending', 'running', 'waiting'].includes(state))
  const byParent = Map.groupBy(open, ({ parent }) => resourceKey(holderOf(parts, parent).id))
  const stop = new AbortController()
  const ends = AbortSignal.any([signal, stop.signal])
  try {
    await eachOf([...byParent], parentsAtOnce, async ([parentKey, ofParent]) => {
      try {
        for (const item of ofParent) await changeOne(parts, { caller, turn, item, parentKey, signal: ends })
      } catch (error) {
        stop.abort(error)
        throw error
      }
    })
  } catch (error) {
    // The others end because of the first one.
    throw stop.signal.aborted ? stop.signal.reason : error
  }
}

interface OneChange {
  readonly caller: Caller
  readonly turn: FixTurn
  readonly item: FixItemRow
  readonly parentKey: string
  readonly signal: AbortSignal
}

/** Tried again after each wait that Azure asks for; every try reads before it writes. */
async function changeOne(parts: FixParts, one: OneChange): Promise<void> {
  const { clock, db, logger, timer, trusts, writePace } = parts
  const { caller, turn, item, parentKey, signal } = one
  const { ordinal, parent } = item
  const tally = freshTally()
  const holder = holderOf(parts, parent)
  let wasSent = item.wasSent
  for (;;) {
    signal.throwIfAborted()
    await writePace.turn(parentKey, signal)
    // From here on a process that dies leaves a change of which nobody knows.
    await noteItem(db, clock, turn, ordinal, { state: 'running', waitingUntil: null, wasSent: true })
    try {
      const { state, deletedTrustId } = await makeChange({ trusts, caller, holder, item })
      await noteItem(db, clock, turn, ordinal, {
        // What was sent, and whose answer was lost, is the run's own doing.
        state: wasSent ? 'done' : state,
        ...(deletedTrustId !== undefined && { deletedTrustId }),
        ...nothingTold,
        finishedAt: new Date(clock.now()),
      })
      return
    } catch (error) {
      if (signal.aborted || error instanceof FixRunLost) throw error
      const next = whatNow(error, tally, false)
      if (next.kind === 'end') {
        if (next.end.code === 'INTERNAL') logger.error({ err: error }, 'a fix failed')
        await noteItem(db, clock, turn, ordinal, {
          missing: null,
          ...next.end,
          wasSent: next.end.state === 'unknown',
          finishedAt: new Date(clock.now()),
        })
        return
      }
      wasSent ||= error instanceof PortalError && error.cause instanceof UnsettledWrite
      const waitingUntil = new Date(clock.now() + next.ms)
      if (error instanceof PortalError && error.code === 'THROTTLED')
        writePace.refused(parentKey, waitingUntil.getTime())
      await noteItem(db, clock, turn, ordinal, {
        state: 'waiting',
        waitingUntil,
        detail: next.detail,
        wasSent,
      })
      await timer.pause(next.ms, signal)
    }
  }
}

const nothingTold = { code: null, detail: null, nextStep: null, missing: null, waitingUntil: null } as const

const failed: FixRunEnd = {
  state: 'stopped',
  stoppedBecause:
    'The portal met a fault of its own, or lost its database. Go on with it: nothing is done twice.',
}

function endBy(why: unknown): FixRunEnd {
  if (why instanceof StopRun) {
    return { state: 'stopped', stoppedBecause: 'You stopped it. Go on when you like: nothing is done twice.' }
  }
  if (why instanceof PortalError && (why.code === 'SESSION_ENDED' || why.code === 'STEP_UP_REQUIRED')) {
    const stoppedBecause =
      why.code === 'SESSION_ENDED'
        ? 'Your sign-in ended while the portal worked. Sign in again, then go on with it.'
        : 'Azure wants you to sign in again before it goes on. Sign in again, then go on with it.'
    return { state: 'paused', stoppedBecause }
  }
  return failed
}
