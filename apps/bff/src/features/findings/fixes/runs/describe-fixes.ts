import type { FixItemState, FixProgress, FixRun } from '@trustwright/shared-schemas'
import { count, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../../../db/database.ts'
import { fixItem } from '../../../../db/schema-fixes.ts'
import { holderOf } from '../../../../domain/credential-holder.ts'
import { estimateSeconds } from '../../../../domain/estimate.ts'
import { resourceKey } from '../../../../domain/resource-ids.ts'
import type { FixParts } from './fix-parts.ts'
import type { FixItemRow, FixRunRow } from './fix-record.ts'

type Parts = Pick<FixParts, 'arm' | 'clock' | 'db' | 'directory' | 'pace'>

const open: readonly FixItemState[] = ['pending', 'running', 'waiting']

export async function describeFixes(parts: Parts, rows: readonly FixRunRow[]): Promise<FixRun[]> {
  const counts = await countStates(
    parts.db,
    rows.map(({ runId }) => runId),
  )
  return await Promise.all(
    rows.map(async (row) => ({
      runId: row.runId,
      origin: row.origin,
      originId: row.originId,
      state: row.state,
      stoppedBecause: row.stoppedBecause,
      startedAt: row.startedAt.toISOString(),
      startedBy: row.owner,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      itemCount: row.itemCount,
      counts: countsOf(counts.get(row.runId) ?? []),
      secondsLeft: row.state === 'running' ? await secondsLeft(parts, row) : null,
    })),
  )
}

interface StateCount {
  readonly runId: string
  readonly state: FixItemState
  readonly items: number
}

async function countStates(
  db: Database,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StateCount[]>> {
  if (runIds.length === 0) return new Map()
  const rows = await db
    .select({ runId: fixItem.runId, state: fixItem.state, items: count() })
    .from(fixItem)
    .where(inArray(fixItem.runId, [...runIds]))
    .groupBy(fixItem.runId, fixItem.state)
  return Map.groupBy(rows, ({ runId }) => runId)
}

function countsOf(rows: readonly StateCount[]): FixRun['counts'] {
  const of = (wanted: FixItemState) => rows.find(({ state }) => state === wanted)?.items ?? 0
  return {
    pending: of('pending'),
    running: of('running'),
    waiting: of('waiting'),
    done: of('done'),
    already: of('already'),
    failed: of('failed'),
    conflict: of('conflict'),
    unknown: of('unknown'),
  }
}

async function secondsLeft({ clock, db, pace, ...holders }: Parts, { runId }: FixRunRow): Promise<number> {
  const rows = await db
    .select({
      parent: fixItem.parent,
      state: fixItem.state,
      chosen: fixItem.chosen,
      until: fixItem.waitingUntil,
    })
    .from(fixItem)
    .where(eq(fixItem.runId, runId))
  const left = rows.filter(({ state, chosen }) => chosen && open.includes(state))
  const byParent = Map.groupBy(left, ({ parent }) => resourceKey(holderOf(holders, parent).id))
  const counts = new Map([...byParent].map(([key, items]) => [key, items.length]))
  const waits = left.map(({ until }) => (until === null ? 0 : (until.getTime() - clock.now()) / 1000))
  return Math.ceil(Math.max(0, estimateSeconds(counts, pace), ...waits))
}

export function toProgress(row: FixItemRow): FixProgress {
  const { runId: _run, fingerprint: _print, chosen: _chosen, wasSent: _sent, ...told } = row
  return {
    ...told,
    waitingUntil: row.waitingUntil?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
