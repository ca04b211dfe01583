import { randomUUID } from 'node:crypto'
import type { ActivityPage } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { migrateDatabase } from '../db/migrate.ts'
import type { activityEvent } from '../db/schema.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { call } from '../testing/portal-world.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'
import { createAudit } from './activity-log.ts'
import { canonicalJson } from './canonical-json.ts'
import { genesisHash, hashLink } from './link.ts'
import { auditVerdict, verifyAudit } from './verify-audit.ts'

const postgres = forThisFile(startTestPostgres)

test('a trail from before the doors still holds once the tables have them, and goes on', async () => {
  const portal = await buildTestApp({ postgres })
  const { database, pool, config, clock } = portal
  for (const statement of [
    'alter table activity_event drop column door',
    'drop table bearer_grant',
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
  ])
    await pool.query(statement)
  const at = new Date('2026-01-02T03:04:05.678Z')
  const row: Omit<typeof activityEvent.$inferSelect, 'door'> = {
    activityId: randomUUID(),
    sequence: 1,
    at,
    finishedAt: at,
    tenantId: config.tenantId,
    actorObjectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
    actorUsername: 'dana',
    operation: 'session.sign-in',
    target: '/tenants/t',
    targetKey: '/tenants/t',
    outcome: 'succeeded',
    before: null,
    after: null,
    problemCode: null,
    upstreamRequestId: null,
    replica: null,
  }
  await pool.query(
    `insert into activity_event (activity_id, sequence, at, finished_at, tenant_id, actor_object_id, actor_username, operation, target, target_key, outcome)
      overriding system value values ($1, 1, $2, $2, $3, $4, 'dana', 'session.sign-in', '/tenants/t', '/tenants/t', 'succeeded')`,
    [row.activityId, at, row.tenantId, row.actorObjectId],
  )
  const event = { ...row, at: at.toISOString(), finishedAt: at.toISOString() }
  const body = canonicalJson({ format: 1, number: 1, kind: 'recorded', event })
  await pool.query(
    'insert into audit_link (number, activity_id, body, previous_hash, hash) values (1, $1, $2, $3, $4)',
    [row.activityId, body, genesisHash, hashLink(genesisHash, body)],
  )

  await migrateDatabase(portal.connectionString)
  await migrateDatabase(portal.connectionString)
  const caller = { sessionId: 's', tenantId: row.tenantId, objectId: row.actorObjectId, username: 'dana' }
  const audit = createAudit(database, clock)
  await audit.record({ caller, operation: 'session.sign-out', target: '/tenants/t', outcome: 'succeeded' })
  expect(auditVerdict(await verifyAudit(database, null)).lines[0]).toBe(
    '2 links, unbroken, and 2 events as they say.',
  )
  const dana = await portal.signedIn('developer')
  const { body: page } = await call<ActivityPage>(dana, 'GET', '/api/activity')
  expect(page.events.map(({ door }) => door)).toEqual(['cookie', null])
  await portal.close()
})
