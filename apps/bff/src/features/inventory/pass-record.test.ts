import { setImmediate as nextTurn } from 'node:timers/promises'
import { gt } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { databaseOn } from '../../db/database.ts'
import { createPool } from '../../db/pool.ts'
import { inventoryRow } from '../../db/schema.ts'
import { trustId } from '../../domain/resource-ids.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'
import { createPassRecord } from './pass-record.ts'
import { beginOrJoin } from './scan-store.ts'

const caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const path = {
  subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  resourceGroup: 'rg',
  identityName: 'id',
}

const found = (number: number) => ({
  parent: { kind: 'managedIdentity', ...path } as const,
  credential: {
    id: trustId(path, `trust-${number}`),
    name: `trust-${number}`,
    issuer: 'https://issuer.contoso.com',
    subject: `${number}`,
    audiences: ['a'],
  },
  subscriptionName: 'Contoso',
  location: 'westeurope',
})

test('who reads on after the last row seen misses none, although writes overlap', async () => {
  const postgres = await startTestPostgres()
  const pool = createPool({ connectionString: await postgres.freshDatabase(), onError: () => undefined })
  const db = databaseOn(pool)
  const clock = { now: () => Date.now() }
  const { scan } = await beginOrJoin(db, new Date(), caller, 'p')
  const record = createPassRecord({ db, clock, scanId: scan.scanId, waitingUntil: () => null })
  let writing = true
  // Large writes, and small ones that would overtake them.
  const write = async () => {
    const writes: Promise<void>[] = []
    for (let round = 0; round < 4; round++) {
      const many = Array.from({ length: 450 }, (_, row) => found(round * 1000 + row))
      writes.push(record.readIdentity(many).then(() => record.flush()))
      for (let turn = 0; turn < 40; turn++) {
        await nextTurn()
        writes.push(record.readIdentity([found(round * 1000 + 500 + turn)]).then(() => record.flush()))
      }
    }
    await Promise.all(writes)
  }
  const written = write().finally(() => {
    writing = false
  })
  const seen: number[] = []
  for (let last = false; !last;) {
    last = !writing
    const ordinal = seen.at(-1) ?? 0
    const rows = await db
      .select()
      .from(inventoryRow)
      .where(gt(inventoryRow.ordinal, ordinal))
      .orderBy(inventoryRow.ordinal)
    seen.push(...rows.map((row) => row.ordinal))
  }
  await written
  await pool.end()
  await postgres.close()
  const count = 4 * (450 + 40)
  expect(seen).toEqual(Array.from({ length: count }, (_, index) => index + 1))
})
