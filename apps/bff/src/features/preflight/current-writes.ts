import type { DiagnosedTrust } from '@trustwright/federation'
import { and, eq, gt, inArray } from 'drizzle-orm'
import * as z from 'zod'
import { activityEvent } from '../../db/schema.ts'
import { atOrBelow } from '../../domain/at-or-below.ts'
import type { Caller } from '../../ports.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/** A write that began earlier has ended, or its process is gone. */
const longestMs = 60_000

const Values = z.looseObject({ issuer: z.string().optional(), subject: z.string().nullish() }).nullish()

/** Writes under the same parent that anybody runs through this portal now, by the audit trail of all its replicas. */
export async function currentWrites(
  { db, clock }: Pick<PreflightDeps, 'clock' | 'db'>,
  caller: Caller,
  parentId: string,
): Promise<DiagnosedTrust[]> {
  const rows = await db
    .select({ target: activityEvent.target, after: activityEvent.after })
    .from(activityEvent)
    .where(
      and(
        atOrBelow(caller, parentId),
        eq(activityEvent.outcome, 'started'),
        inArray(activityEvent.operation, ['trust.create', 'trust.change', 'trust.delete', 'trust.restore']),
        gt(activityEvent.at, new Date(clock.now() - longestMs)),
      ),
    )
    .limit(20)
  return rows.map(({ target, after }) => {
    const { issuer, subject } = Values.safeParse(after).data ?? {}
    return {
      name: target.slice(target.lastIndexOf('/') + 1),
      ...(issuer !== undefined && { issuer }),
      ...(subject !== undefined && { subject }),
    }
  })
}
