import type { DraftSummary } from '@trustwright/shared-schemas'
import { desc, sql } from 'drizzle-orm'
import { draft } from '../../db/schema-drafts.ts'
import type { Caller } from '../../ports.ts'
import type { DraftDeps } from './draft-deps.ts'
import { ownDrafts } from './own-draft.ts'
import { factsOf } from './to-draft.ts'

/** Newest first. The rows of many at once stay in the database. */
export async function listDrafts({ clock, db }: DraftDeps, caller: Caller): Promise<DraftSummary[]> {
  const rows = await db
    .select({
      draftId: draft.draftId,
      version: draft.version,
      runId: draft.runId,
      createdAt: draft.createdAt,
      changedAt: draft.changedAt,
      body: sql<DraftSummary['body']>`${draft.body} - 'bulk'`,
      bulk: sql<DraftSummary['bulk']>`${draft.body} -> 'bulk' ->> 'kind'`,
    })
    .from(draft)
    .where(ownDrafts(caller, clock))
    .orderBy(desc(draft.changedAt))
    .limit(50)
  return rows.map(({ body, bulk, ...row }) => ({ ...factsOf(row), body, bulk }))
}
