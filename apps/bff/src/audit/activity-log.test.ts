import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { activityEvent } from '../db/schema.ts'
import type { Audit, Caller } from '../ports.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'
import { closeAbandonedEvents, createAudit } from './activity-log.ts'

let postgres: TestPostgres
let portal: TestApp
let audit: Audit
const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
const dana: Caller = {
  sessionId: 's',
  tenantId,
  objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001',
  username: 'dana',
}
const robin: Caller = { ...dana, objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0003', username: 'robin' }

beforeAll(async () => {
  postgres = await startTestPostgres()
  portal = await buildTestApp({ postgres })
  audit = createAudit(portal.database, portal.clock)
}, 60_000)

beforeEach(async () => {
  await portal.database.delete(activityEvent)
})

afterAll(async () => {
  await portal.close()
  await postgres.close()
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
  expect(await closeAbandonedEvents(portal.database)).toBe(1)
  expect([await outcomeOf(lost), await outcomeOf(done)]).toEqual(['unknown', 'succeeded'])
  await audit.finish(lost, { outcome: 'succeeded' })
  expect(await outcomeOf(lost)).toBe('succeeded')
})

test('without a database nothing begins, so that nothing goes to Azure unrecorded', async () => {
  const other = await buildTestApp({ postgres })
  const broken = createAudit(other.database, other.clock)
  await other.close()
  await expect(broken.begin(create(dana, '/x'))).rejects.toThrow('activity_event')
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
