import { and, desc, eq, gte } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { databaseIsDown } from '../../../db/database-is-down.ts'
import { deletedTrust } from '../../../db/schema.ts'
import { Unrecorded } from '../../../domain/unrecorded.ts'
import { UnsettledWrite } from '../../../domain/unsettled-write.ts'
import { PortalError } from '../../../errors.ts'
import type { Caller } from '../../../ports.ts'
import type { ItemRecord } from '../find-review.ts'
import type { ReviewDeps } from '../review-deps.ts'
import { changeItem, RunLost, type Held } from './held-run.ts'

export interface Removing extends Pick<ReviewDeps, 'clock' | 'db' | 'pace' | 'remove' | 'timer'> {
  readonly caller: Caller
  readonly held: Held
  readonly signal: AbortSignal
  /** Told while Azure asked to wait; null when it goes on. */
  readonly onWaiting: (until: Date | null) => Promise<unknown>
}

const longestWaitSeconds = 3600
const mostTries = { THROTTLED: 30, CONCURRENT_WRITE: 8, UPSTREAM_FAILED: 4, UPSTREAM_TIMEOUT: 4 } as const

/** Removes one trust, trying again after each wait that Azure asks for. What concerns the session or the database is thrown. */
export async function removeItem(run: Removing, item: ItemRecord): Promise<void> {
  const { clock, db, held, pace, remove, signal } = run
  const since = item.sentAt ?? new Date(clock.now())
  const { fingerprint, ordinal, parentKey, body } = item
  const tries = { THROTTLED: 0, CONCURRENT_WRITE: 0, UPSTREAM_FAILED: 0, UPSTREAM_TIMEOUT: 0 }
  for (;;) {
    await pace.turn(parentKey, signal)
    signal.throwIfAborted()
    await changeItem(db, held, ordinal, { outcome: 'running', sentAt: since })
    try {
      const trust = { name: body.trust.name, fingerprint }
      const { deletedTrustId } = await remove(run.caller, body.parent, trust)
      await settle(run, ordinal, { outcome: 'done', deletedTrustId })
      return
    } catch (error) {
      if (error instanceof RunLost || signal.aborted || endsTheRun(error)) throw error
      const wait = waitOf(error, tries)
      if (wait === null) {
        await settle(run, ordinal, await endOf(db, error, { item, since }))
        return
      }
      await pause(run, item, wait, error)
    }
  }
}

async function pause(
  { clock, db, held, onWaiting, pace, signal, timer }: Removing,
  { ordinal, parentKey }: ItemRecord,
  ms: number,
  error: unknown,
): Promise<void> {
  const until = new Date(clock.now() + ms)
  if (error instanceof PortalError && error.code === 'THROTTLED') pace.refused(parentKey, until.getTime())
  await changeItem(db, held, ordinal, { outcome: 'waiting' })
  await onWaiting(until)
  await timer.pause(ms, signal)
  await onWaiting(null)
}

/** Milliseconds until the next try; null: that was the last. */
function waitOf(error: unknown, tries: Record<keyof typeof mostTries, number>): number | null {
  if (!(error instanceof PortalError)) return null
  const { code, extras } = error
  if (!isTriedAgain(code) || tries[code] >= mostTries[code]) return null
  tries[code] += 1
  const asked = extras.retryAfterSeconds ?? 0
  if (asked > longestWaitSeconds) return null
  return Math.max(asked, code === 'CONCURRENT_WRITE' ? 5 * tries[code] : 2 ** Math.min(tries[code], 5)) * 1000
}

function isTriedAgain(code: string): code is keyof typeof mostTries {
  return code in mostTries
}

/** The person's session, the portal's own notes, or its database. */
function endsTheRun(error: unknown): boolean {
  if (!(error instanceof PortalError)) return databaseIsDown(error)
  if (error.cause instanceof Unrecorded) return true
  return ['SESSION_ENDED', 'STEP_UP_REQUIRED', 'DATABASE_UNAVAILABLE'].includes(error.code)
}

type End = Pick<ItemRecord, 'outcome'> & Partial<ItemRecord>

async function endOf(
  db: Database,
  error: unknown,
  { item, since }: { readonly item: ItemRecord; readonly since: Date },
): Promise<End> {
  const told = error instanceof PortalError ? error : new PortalError('INTERNAL')
  const { code, detail, nextStep } = told
  if (code === 'NOT_FOUND') {
    const own = await findOwnDeletion(db, item, since)
    if (own !== null) return { outcome: 'done', deletedTrustId: own }
    return {
      outcome: 'gone',
      code,
      detail: 'It was not there any more: nothing was removed.',
      nextStep: null,
    }
  }
  if (code === 'TRUST_CHANGED_MEANWHILE') {
    const left = 'It is not what was decided about any more, so it was left alone.'
    return {
      outcome: 'changed',
      code,
      detail: left,
      nextStep: 'Decide about it in a new review, or delete it by hand.',
    }
  }
  return { outcome: told.cause instanceof UnsettledWrite ? 'unknown' : 'failed', code, detail, nextStep }
}

/** A deletion of this very run whose end was never written down, since the portal went down or lost the answer. */
async function findOwnDeletion(
  db: Database,
  { parentKey, body }: ItemRecord,
  since: Date,
): Promise<string | null> {
  const [row] = await db
    .select({ id: deletedTrust.deletedTrustId })
    .from(deletedTrust)
    .where(
      and(
        eq(deletedTrust.parentKey, parentKey),
        eq(deletedTrust.name, body.trust.name),
        gte(deletedTrust.deletedAt, since),
      ),
    )
    .orderBy(desc(deletedTrust.deletedAt))
    .limit(1)
  return row?.id ?? null
}

async function settle({ clock, db, held }: Removing, ordinal: number, end: End): Promise<void> {
  const nothing = { code: null, detail: null, nextStep: null }
  await changeItem(db, held, ordinal, { ...nothing, ...end, appliedAt: new Date(clock.now()) })
}
