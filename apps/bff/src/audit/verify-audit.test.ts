import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { auditLink } from '../db/schema-audit.ts'
import { activityEvent } from '../db/schema.ts'
import type { Audit, Caller } from '../ports.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'
import { createAudit } from './activity-log.ts'
import { adoptEvents } from './adopt-events.ts'
import { auditVerdict, verifyAudit } from './verify-audit.ts'

let postgres: TestPostgres
let portal: TestApp
let audit: Audit
const dana: Caller = {
  sessionId: 's',
  tenantId: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
  objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
  username: 'dana',
}
const create = (target: string) => ({ caller: dana, operation: 'trust.create' as const, target })

beforeAll(async () => {
  postgres = await startTestPostgres()
}, 60_000)

beforeEach(async () => {
  await portal?.close()
  portal = await buildTestApp({ postgres })
  audit = createAudit(portal.database, portal.clock)
})

afterAll(async () => {
  await portal.close()
  await postgres.close()
})

/** Three events of five links; the last one is still open. */
async function fill(): Promise<void> {
  const one = await audit.begin({
    ...create('/one'),
    after: { issuer: 'https://a', 10: 1, subject: 'é\u2028"' },
  })
  await audit.finish(one, {
    outcome: 'succeeded',
    after: { subject: 'b', list: [1.5e21, { z: null, a: true }] },
  })
  await audit.record({ ...create('/two'), outcome: 'refused', problemCode: 'FORBIDDEN' })
  const three = await audit.begin(create('/three'))
  await audit.finish(three, { outcome: 'unknown' })
}

async function verdict(head: string | null = null) {
  return auditVerdict(await verifyAudit(portal.database, head))
}

async function headNow(): Promise<string> {
  return (await verifyAudit(portal.database, null)).chain.head ?? ''
}

/** What somebody with every right in the database may do. */
async function tamper(...statements: string[]): Promise<void> {
  await portal.database.execute(sql.raw('alter table audit_link disable trigger audit_link_is_append_only'))
  for (const statement of statements) await portal.database.execute(sql.raw(statement))
  await portal.database.execute(sql.raw('alter table audit_link enable trigger audit_link_is_append_only'))
}

const renumber = (from: number, by: number) => [
  `update audit_link set number = -number where number >= ${from}`,
  `update audit_link set number = -number + ${by} where number < 0`,
]

test('an untouched trail holds, and tells its head', async () => {
  expect(await verdict()).toEqual({ holds: true, lines: ['The chain has no link yet.'] })
  await fill()
  const head = await headNow()
  expect((await verdict()).lines.slice(0, 2)).toEqual([
    '5 links, unbroken, and 3 events as they say.',
    `Head: ${head}`,
  ])
  await audit.record({ ...create('/four'), outcome: 'succeeded' })
  const { holds, lines } = await verdict(head)
  expect([holds, lines[0]]).toEqual([
    true,
    '6 links, unbroken, and 4 events as they say. The head that you gave is in it.',
  ])
})

test.each(['update audit_link set body = body', 'delete from audit_link', 'truncate audit_link'])(
  'PostgreSQL refuses: %s',
  async (statement) => {
    await fill()
    for (const role of ['origin', 'replica', 'local']) {
      const refused = portal.database.transaction(async (tx) => {
        await tx.execute(sql.raw(`set local session_replication_role = ${role}`))
        await tx.execute(sql.raw(statement))
      })
      await expect(refused).rejects.toMatchObject({
        cause: { message: expect.stringContaining('the audit trail is append-only'), code: '42501' },
      })
    }
    expect((await verdict()).holds).toBe(true)
  },
)

test.each<[string, readonly string[], string]>([
  [
    'a changed word',
    [`update audit_link set body = replace(body, '/two', '/2') where number = 3`],
    'Link 3 is broken: it was changed. 2 before it hold.',
  ],
  [
    'a changed hash',
    [`update audit_link set hash = repeat('a', 64) where number = 2`],
    'Link 2 is broken: it was changed. 1 before it hold.',
  ],
  [
    'a deleted first link',
    ['delete from audit_link where number = 1'],
    'Link 1 is broken: it is missing: the next one there is 2. 0 before it hold.',
  ],
  [
    'a deleted link',
    ['delete from audit_link where number = 3'],
    'Link 3 is broken: it is missing: the next one there is 4. 2 before it hold.',
  ],
  [
    'a deleted link, and the gap closed',
    ['delete from audit_link where number = 3', ...renumber(4, -1)],
    'Link 3 is broken: it does not follow the one before it: it was moved, put in or changed. 2 before it hold.',
  ],
  [
    'a link put in',
    [
      ...renumber(3, 1),
      `insert into audit_link select 3, activity_id, body, previous_hash, hash from audit_link where number = 2`,
    ],
    'Link 3 is broken: it does not follow the one before it: it was moved, put in or changed. 2 before it hold.',
  ],
  [
    'a link put before the first',
    [
      'insert into audit_link select 0, activity_id, body, previous_hash, hash from audit_link where number = 1',
    ],
    'Link 0 is broken: it was put in: the chain begins with 1. 0 before it hold.',
  ],
  [
    'two links swapped',
    [
      'update audit_link set number = 99 where number = 2',
      'update audit_link set number = 2 where number = 3',
      'update audit_link set number = 3 where number = 99',
    ],
    'Link 2 is broken: it does not follow the one before it: it was moved, put in or changed. 1 before it hold.',
  ],
  [
    'another event named',
    [
      `update audit_link set activity_id = (select activity_id from audit_link where number = 5) where number = 3`,
    ],
    'Link 3 is broken: its number or its event is not the one that was hashed. 2 before it hold.',
  ],
])('%s is found, and where', async (_case, statements, line) => {
  await fill()
  await tamper(...statements)
  expect(await verdict()).toEqual({ holds: false, lines: [line] })
})

test('what was cut off the end is found by the head that was kept, and by nothing else', async () => {
  await fill()
  const head = await headNow()
  await tamper(
    'delete from activity_event where activity_id = (select activity_id from audit_link where number = 5)',
    'delete from audit_link where number >= 4',
  )
  expect((await verdict()).holds).toBe(true)
  expect(await verdict(head)).toEqual({
    holds: false,
    lines: ['The chain does not hold the head that you gave: links were cut off its end, or written anew.'],
  })
  await tamper('delete from audit_link', 'delete from activity_event')
  expect((await verdict(head)).holds).toBe(false)
})

test.each<[string, string, RegExp]>([
  [
    'another door',
    `update activity_event set door = 'bearer' where target = '/two'`,
    /is not as its link says: it was changed: door\./,
  ],
  [
    'a changed outcome',
    `update activity_event set outcome = 'succeeded' where target = '/two'`,
    /^Event [0-9a-f-]{36} is not as its link says: it was changed: outcome\.$/,
  ],
  [
    'a changed value',
    `update activity_event set after = '{"subject":"c"}' where target = '/one'`,
    /it was changed: after\.$/,
  ],
  [
    'another actor and time',
    `update activity_event set at = now(), actor_username = 'robin' where target = '/two'`,
    /it was changed: actorUsername, at\.$/,
  ],
  ['a deleted event', `delete from activity_event where target = '/two'`, /it was deleted\.$/],
  [
    'an event put in',
    `insert into activity_event select (gen_random_uuid()), 1000, at, finished_at, tenant_id, actor_object_id, actor_username, operation, target, target_key, outcome, before, after, problem_code, upstream_request_id, replica from activity_event where target = '/two'`,
    /it was put in: no link tells of it\.$/,
  ],
])('%s is found in the events that people read', async (_case, statement, line) => {
  await fill()
  await tamper(statement)
  const { holds, lines } = await verdict()
  expect(holds).toBe(false)
  expect(lines).toEqual([expect.stringMatching(line)])
})

test('fifty writers at once make one unbroken chain, and every event is in it', async () => {
  const other = await buildTestApp({ postgres, connectionString: portal.connectionString })
  const audits = [audit, createAudit(other.database, other.clock)]
  await Promise.all(
    Array.from({ length: 50 }, async (_, writer) => {
      const own = audits[writer % 2] ?? audit
      for (let round = 0; round < 4; round++) {
        const id = await own.begin(create(`/${writer}/${round}`))
        await own.finish(id, { outcome: 'succeeded' })
      }
    }),
  )
  expect((await verdict()).lines[0]).toBe('400 links, unbroken, and 200 events as they say.')
  await other.close()
})

test('a write that the database takes back leaves neither event nor link', async () => {
  await expect(audit.begin({ ...create('/x'), after: { nul: '\u0000' } })).rejects.toThrow('activity_event')
  expect(await portal.database.select().from(activityEvent)).toEqual([])
  expect(await portal.database.select().from(auditLink)).toEqual([])
})

test('events from before the chain are adopted once, and later ones without a link are not', async () => {
  await fill()
  await tamper('delete from audit_link')
  expect((await verdict()).holds).toBe(false)
  expect(await adoptEvents(portal.database)).toBe(3)
  expect((await verdict()).lines[0]).toBe('3 links, unbroken, and 3 events as they say.')
  await tamper(
    `insert into activity_event select (gen_random_uuid()), 1000, at, finished_at, tenant_id, actor_object_id, actor_username, operation, target, target_key, outcome, before, after, problem_code, upstream_request_id, replica from activity_event where target = '/two'`,
  )
  expect(await adoptEvents(portal.database)).toBe(0)
  expect((await verdict()).holds).toBe(false)
})
