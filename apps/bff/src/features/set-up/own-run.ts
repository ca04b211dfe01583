import { and, eq, type SQL } from 'drizzle-orm'
import { setUpRun } from '../../db/schema-set-up.ts'
import type { Caller } from '../../ports.ts'

export function ownRuns({ tenantId, objectId }: Caller): SQL | undefined {
  return and(eq(setUpRun.tenantId, tenantId), eq(setUpRun.ownerObjectId, objectId))
}

/** One run of the person, in every session of theirs. */
export function ownRun(caller: Caller, runId: string): SQL | undefined {
  return and(ownRuns(caller), eq(setUpRun.runId, runId))
}
