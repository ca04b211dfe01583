import type { FixRun, FixRunDetail } from '@trustwright/shared-schemas'
import { and, asc, desc, eq, gt, notInArray } from 'drizzle-orm'
import { fixItem, fixRun } from '../../../../db/schema-fixes.ts'
import type { FixItemsWanted, FixRuns } from '../../../../domain/fix-runs.ts'
import { createRunningRuns } from '../../../../domain/running-runs.ts'
import { PortalError } from '../../../../errors.ts'
import type { Caller } from '../../../../ports.ts'
import { beginFixes } from './begin-fixes.ts'
import { describeFixes, toProgress } from './describe-fixes.ts'
import type { FixParts, FixRunDeps } from './fix-parts.ts'
import { ownFixRun, type FixRunRow } from './fix-record.ts'
import { resumeFixes, takeUp } from './resume-fixes.ts'
import { workOnFixes } from './work-on-fixes.ts'

const firstPage: FixItemsWanted = { items: 'all', after: 0, limit: 500 }

export function createFixRuns(deps: FixRunDeps): FixRuns {
  const { clock, db, logger } = deps
  const running = createRunningRuns((error) =>
    logger.error({ err: error }, 'a run of fixes ended without a record of its end'),
  )
  const parts: FixParts = { ...deps, running }
  const now = () => new Date(clock.now())

  async function detail(caller: Caller, runId: string, wanted = firstPage): Promise<FixRunDetail> {
    const row = await find(parts, caller, runId)
    const items = await db
      .select()
      .from(fixItem)
      .where(
        and(
          eq(fixItem.runId, runId),
          gt(fixItem.ordinal, wanted.after),
          wanted.items === 'open' ? notInArray(fixItem.state, ['done', 'already']) : undefined,
        ),
      )
      .orderBy(asc(fixItem.ordinal))
      .limit(wanted.limit + 1)
    const shown = items.slice(0, wanted.limit)
    return {
      run: await described(parts, row),
      items: shown.map(toProgress),
      nextAfter: items.length > shown.length ? (shown.at(-1)?.ordinal ?? null) : null,
    }
  }

  return {
    async begin(caller, orders) {
      const row = await beginFixes(db, now(), caller, orders)
      workOnFixes(parts, caller, row)
      return described(parts, row)
    },
    async list(caller) {
      const rows = await db
        .select()
        .from(fixRun)
        .where(ownFixRun(caller))
        .orderBy(desc(fixRun.startedAt))
        .limit(50)
      return describeFixes(parts, rows)
    },
    async read(caller, runId, wanted) {
      const row = await find(parts, caller, runId)
      if (row.state === 'running') {
        const turn = await takeUp(db, now(), caller, row)
        if (turn !== null) workOnFixes(parts, caller, turn)
      }
      return detail(caller, runId, wanted)
    },
    async resume(caller, runId, only) {
      const turn = await resumeFixes(db, now(), caller, { runId, only })
      workOnFixes(parts, caller, turn)
      return detail(caller, runId)
    },
    async stop(caller, runId) {
      const stopped = await db
        .update(fixRun)
        .set({ stopWanted: true })
        .where(and(ownFixRun(caller, runId), eq(fixRun.state, 'running')))
        .returning({ runId: fixRun.runId })
      if (stopped.length > 0) running.stop(runId)
      return detail(caller, runId)
    },
    close: () => running.close(),
  }
}

/** Throws FIX_RUN_NOT_FOUND where it is not the person's own. */
async function find({ db }: FixParts, caller: Caller, runId: string): Promise<FixRunRow> {
  const [row] = await db.select().from(fixRun).where(ownFixRun(caller, runId))
  if (row === undefined) throw new PortalError('FIX_RUN_NOT_FOUND')
  return row
}

async function described(parts: FixParts, row: FixRunRow): Promise<FixRun> {
  const [run] = await describeFixes(parts, [row])
  if (run === undefined) throw new Error('A described run is missing')
  return run
}
