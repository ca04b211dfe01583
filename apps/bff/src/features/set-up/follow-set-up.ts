import type { SetUpEvent, SetUpStep } from '@trustwright/shared-schemas'
import { and, asc, eq, gt } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import { longestStreamMs, signOfLifeMs } from '../../domain/follow-changes.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import { signInHolds } from '../../sessions/sign-in-holds.ts'
import { silentMs, stopSilentRuns } from './end-run.ts'
import { findRun } from './find-run.ts'
import { ownRun } from './own-run.ts'
import type { SetUpDeps } from './set-up-deps.ts'
import type { Streams } from '../../domain/streams.ts'
import { toStep } from './to-step.ts'

const lookEveryMs = 1000
const stepsPerEvent = 500

export interface FollowOptions {
  readonly deps: SetUpDeps
  readonly streams: Streams
  readonly caller: Caller
  readonly runId: string
  /** Value of Last-Event-ID: the stream goes on behind it. */
  readonly since: string | undefined
  /** Ends the stream with the page or the process. */
  readonly signal: AbortSignal
}

/** Throws SET_UP_NOT_FOUND, TOO_MANY_REQUESTS where the person has too many streams, before anything is streamed. */
export async function followSetUp(options: FollowOptions): Promise<EventStream<SetUpEvent>> {
  const { deps, streams, caller, runId, since, signal } = options
  const run = await findRun(deps, caller, runId)
  if (since !== undefined && !/^\d{1,9}$/.test(since)) {
    const message = 'Give the id of the last event that came.'
    throw new PortalError('INPUT_REFUSED', { fields: [{ path: 'last-event-id', message }] })
  }
  streams.enter(caller, signal)
  return follow(options, since === undefined ? run.change - 1 : Number(since), since !== undefined)
}

async function* follow(
  { deps, caller, runId, signal }: FollowOptions,
  since: number,
  withSteps: boolean,
): AsyncGenerator<{ id: number; data: SetUpEvent } | null> {
  const { clock, timer } = deps
  const until = clock.now() + longestStreamMs
  let known = since
  let toldAt = clock.now()
  for (let first = true; ; first = false) {
    const seen = await look(deps, caller, runId)
    if (seen === null) return
    if (seen.change > known) {
      const events = await eventsSince(deps, caller, runId, known, first && !withSteps)
      yield* events
      known = events.at(-1)?.id ?? known
      toldAt = clock.now()
    } else if (clock.now() - toldAt >= signOfLifeMs) {
      yield null
      toldAt = clock.now()
    }
    if (seen.state !== 'running' || clock.now() >= until || signal.aborted) return
    await timer.pause(lookEveryMs, signal).catch(() => undefined)
  }
}

type Row = typeof setUpRun.$inferSelect

/** The run as it is; null where it is gone, or the session: a stream ends with it, not only at its next request. */
async function look({ clock, db }: SetUpDeps, caller: Caller, runId: string): Promise<Row | null> {
  const find = async (): Promise<Row | null> => {
    if (!(await signInHolds(db, caller))) return null
    const [found] = await db.select().from(setUpRun).where(ownRun(caller, runId))
    return found ?? null
  }
  const run = await find()
  const now = clock.now()
  if (run?.state !== 'running' || now - run.heartbeatAt.getTime() < silentMs) return run
  await stopSilentRuns(db, new Date(now))
  return find()
}

async function eventsSince(
  deps: SetUpDeps,
  caller: Caller,
  runId: string,
  known: number,
  withoutSteps: boolean,
): Promise<{ id: number; data: SetUpEvent }[]> {
  const run = await findRun(deps, caller, runId)
  const steps = withoutSteps ? [] : await changedSteps(deps.db, runId, known)
  const events: { id: number; data: SetUpEvent }[] = []
  // All but the last carry the old number, so that a stream that breaks between them begins anew there.
  for (let from = 0; from === 0 || from < steps.length; from += stepsPerEvent) {
    const isLast = from + stepsPerEvent >= steps.length
    const data = { run, steps: steps.slice(from, from + stepsPerEvent) }
    events.push({ id: isLast ? run.change : known, data })
  }
  return events
}

async function changedSteps(db: Database, runId: string, since: number): Promise<SetUpStep[]> {
  const rows = await db
    .select()
    .from(setUpStep)
    .where(and(eq(setUpStep.runId, runId), gt(setUpStep.change, since)))
    .orderBy(asc(setUpStep.change), asc(setUpStep.ordinal))
  return rows.map(toStep)
}
