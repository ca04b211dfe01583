import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { inventoryScan } from '../db/schema-inventory.ts'
import type { TestApp } from './build-test-app.ts'

/** As if the portal had read this tenant before: only then is a trust that nobody used called never used. */
export async function watchedSince(
  { database, config }: Pick<TestApp, 'database' | 'config'>,
  owner: string,
  at: Date,
): Promise<void> {
  await database.insert(inventoryScan).values({
    scanId: randomUUID(),
    tenantId: config.tenantId,
    owner,
    ownerObjectId: owner,
    number: 0,
    sessionId: '',
    processId: '',
    heartbeatAt: at,
    state: 'finished',
    startedAt: at,
    finishedAt: at,
  })
  await database.execute(sql`update trust_first_seen set at = ${at}`)
}
