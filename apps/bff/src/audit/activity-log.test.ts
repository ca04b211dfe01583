import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { databaseIsDown } from '../db/database-is-down.ts'
import { auditLink } from '../db/schema-audit.ts'
import { activityEvent } from '../db/schema.ts'
import type { Audit, Caller } from '../ports.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'
import { createAudit } from './activity-log.ts'
import { closeAbandonedEvents } from './close-abandoned.ts'
import { showLife } from './replica.ts'

let audit: Audit
const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
const dana: Caller = {
  sessionId: 's',
  tenantId,
  objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
  username: 'dana',
}
const robin: Caller = { ...dana, objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0003', username: 'robin' }

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
beforeAll(async () => {
  audit = createAudit(portal.database, portal.clock)
}, 60_000)

beforeEach(async () => {
  await portal.database.delete(activityEvent)
})

const create = (caller: Caller, target: string) => ({ caller, operation: 'trust.create' as const, target })

async function outcomeOf(activityId: string): Promise<unknown> {
  const [row] = await portal.database
    .select()
    .from(activityEvent)
    .where(eq(activityEvent.activityId, activityId))
  return row?.outcome
}

test('an event is in the table before the call it stands for, and keeps its end', async () => {
  const id = await audit.begin({ ...create(dana, '/x'), after: { issuer: 'a' } })
  expect(await outcomeOf(id)).toBe('started')
  await audit.finish(id, { outcome: 'refused', problemCode: 'FORBIDDEN', upstreamRequestId: 'r-1' })
  const [row] = await portal.database.select().from(activityEvent)
  expect(row).toMatchObject({
    outcome: 'refused',
    problemCode: 'FORBIDDEN',
    upstreamRequestId: 'r-1',
    after: { issuer: 'a' },
    finishedAt: expect.any(Date),
  })
})

test('what was under way when a portal ended becomes unknown, and nothing else does', async () => {
  const lost = await audit.begin(create(dana, '/x'))
  const done = await audit.begin(create(dana, '/y'))
  await audit.finish(done, { outcome: 'succeeded' })
  expect(await closeAbandonedEvents(portal.database)).toBe(0)
  expect(await closeAbandonedEvents(portal.database, null)).toBe(1)
  expect([await outcomeOf(lost), await outcomeOf(done)]).toEqual(['unknown', 'succeeded'])
  await audit.finish(lost, { outcome: 'succeeded' })
  expect(await outcomeOf(lost)).toBe('succeeded')
})

test('what a living replica works on is left, until its process ends', async () => {
  const replica = '5b0f6a7e-30b1-4a55-8f0d-5f3a9e7d0009'
  const life = await showLife(portal.connectionString, () => undefined, replica)
  const elsewhere = createAudit(portal.database, portal.clock, replica)
  const open = await elsewhere.begin(create(dana, '/z'))
  expect(await closeAbandonedEvents(portal.database)).toBe(0)
  // A lost connection is made again, also one that the server ended.
  const lost = await portal.pool.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where application_name = 'trustwright life' and datname = current_database()`,
  )
  expect(lost.rowCount).toBeGreaterThan(0)
  await expect.poll(() => heldLocks()).toBe(1)
  expect(await closeAbandonedEvents(portal.database)).toBe(0)
  await life.end()
  expect(await closeAbandonedEvents(portal.database)).toBe(1)
  expect(await outcomeOf(open)).toBe('unknown')
  const links = await portal.database.select().from(auditLink).where(eq(auditLink.activityId, open))
  expect(links.map(({ body }) => /"kind":"([a-z]+)"/.exec(body)?.[1])).toEqual(['begun', 'abandoned'])
})

async function heldLocks(): Promise<number> {
  const { rows } = await portal.pool.query<{ held: number }>(
    `select count(*)::int as held from pg_locks join pg_stat_activity using (pid)
     where application_name = 'trustwright life' and locktype = 'advisory' and datname = current_database()`,
  )
  return rows[0]?.held ?? 0
}

test('an event that is not there cannot be finished', async () => {
  const id = '5b0f6a7e-30b1-4a55-8f0d-5f3a9e7d0010'
  await expect(audit.finish(id, { outcome: 'succeeded' })).rejects.toThrow('no event')
})

test('of those that come together each hears of its own fault alone, and the rest is kept in its order', async () => {
  const unknown = '5b0f6a7e-30b1-4a55-8f0d-5f3a9e7d0011'
  const before = await portal.database.$count(auditLink)
  const ends = await Promise.allSettled([
    audit.begin(create(dana, '/1')),
    audit.begin(create(dana, '/2')),
    audit.finish(unknown, { outcome: 'succeeded' }),
    audit.record({ ...create(dana, '/nul\0'), outcome: 'succeeded' }),
    audit.record({ ...create(dana, '/3'), outcome: 'succeeded' }),
  ])
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  const links = await portal.database.select().from(auditLink).orderBy(auditLink.number).offset(before)
  expect(links.map(({ body }) => /"target":"([^"]+)"/.exec(body)?.[1])).toEqual(['/1', '/2', '/3'])
})

test('without a database nothing begins, so that nothing goes to Azure unrecorded', async () => {
  const other = await buildTestApp({ postgres })
  const broken = createAudit(other.database, other.clock)
  await other.close()
  await expect(broken.begin(create(dana, '/x'))).rejects.toSatisfy(databaseIsDown)
})

test('a person sees their own events only, newest first, page by page', async () => {
  for (let count = 0; count < 5; count++)
    await audit.record({ ...create(dana, `/${count}`), outcome: 'succeeded' })
  await audit.record({ ...create(robin, '/robin'), outcome: 'succeeded' })
  await audit.record({ ...create({ ...dana, tenantId: 'other' }, '/other'), outcome: 'succeeded' })
  const browser = await portal.signedIn('developer')
  const seen: string[] = []
  let before = ''
  do {
    const answer = await browser.inject({ url: `/api/activity?limit=2${before}` })
    const page = answer.json<{ events: { target: string }[]; nextBefore: string | null }>()
    seen.push(...page.events.map(({ target }) => target))
    before = page.nextBefore === null ? '' : `&before=${page.nextBefore}`
  } while (before !== '')
  expect(seen).toEqual(['/4', '/3', '/2', '/1', '/0'])
})
