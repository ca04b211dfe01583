import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { session } from '../db/schema.ts'
import { bearerGrant } from '../db/schema-bearer.ts'
import type { Caller } from '../ports.ts'
import { isBearerId } from './bearer-id.ts'

/** Whether what the person came with still holds, so that a stream ends with it and not only at its next request. */
export async function signInHolds(db: Database, { sessionId }: Caller): Promise<boolean> {
  if (!isBearerId(sessionId)) return (await db.$count(session, eq(session.idHash, sessionId))) > 0
  const alive = sql`${bearerGrant.expiresAt} > now()`
  return (await db.$count(bearerGrant, and(eq(bearerGrant.idHash, sessionId), alive))) > 0
}
