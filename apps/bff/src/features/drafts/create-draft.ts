import { randomUUID } from 'node:crypto'
import type { Draft, DraftBody } from '@trustwright/shared-schemas'
import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { draft } from '../../db/schema-drafts.ts'
import { setUpRun } from '../../db/schema-set-up.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { DraftDeps } from './draft-deps.ts'
import { ownDrafts } from './own-draft.ts'
import { toDraft } from './to-draft.ts'

const mostDrafts = 50

/** Where 50 are kept, the oldest that was carried out makes room. Throws DRAFT_LIMIT_REACHED where none was. */
export async function createDraft({ clock, db }: DraftDeps, caller: Caller, body: DraftBody): Promise<Draft> {
  const at = new Date(clock.now())
  return db.transaction(async (tx) => {
    // One at a time for each person, so that none comes in beside the count.
    const owner = `drafts ${caller.tenantId} ${caller.objectId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
    const kept = await tx
      .select({ draftId: draft.draftId, changedAt: draft.changedAt, run: setUpRun.state })
      .from(draft)
      .leftJoin(setUpRun, eq(setUpRun.runId, draft.runId))
      .where(ownDrafts(caller, clock))
      .orderBy(asc(draft.changedAt))
    if (kept.length >= mostDrafts) await makeRoom(tx, kept)
    const [row] = await tx
      .insert(draft)
      .values({
        draftId: randomUUID(),
        tenantId: caller.tenantId,
        ownerObjectId: caller.objectId,
        version: 1,
        body,
        createdAt: at,
        changedAt: at,
      })
      .returning()
    if (row === undefined) throw new Error('PostgreSQL returned no row for an insert')
    return toDraft(row)
  })
}

interface Kept {
  readonly draftId: string
  readonly changedAt: Date
  readonly run: string | null
}

async function makeRoom(tx: Pick<Database, 'delete'>, oldestFirst: readonly Kept[]): Promise<void> {
  const spare = oldestFirst.find(({ run }) => run === 'finished')
  if (spare === undefined) {
    const oldest = oldestFirst[0]?.changedAt.toISOString().slice(0, 10)
    throw new PortalError('DRAFT_LIMIT_REACHED', {
      nextStep: `Finish or delete one of them. The oldest was last changed on ${oldest}.`,
    })
  }
  await tx.delete(draft).where(eq(draft.draftId, spare.draftId))
}
