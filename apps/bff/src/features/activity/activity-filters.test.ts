import type { ActivityEvent, ActivityPage } from '@trustwright/shared-schemas'
import { beforeAll, expect, test } from 'vitest'
import { createAudit } from '../../audit/activity-log.ts'
import { auditVerdict, verifyAudit } from '../../audit/verify-audit.ts'
import type { Caller } from '../../ports.ts'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call } from '../../testing/portal-world.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const tenantId = '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10'
const person = (username: string, number: number): Caller => ({
  sessionId: 's',
  tenantId,
  objectId: `1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d000${number}`,
  username: `${username}@contoso.onmicrosoft.com`,
})
/** As planted sessions name the developer. */
const danaCaller = person('dana', 1)
const robin = person('robin', 3)
const since = '2000-01-01T00:00:00.000Z'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
const dana = forThisFile(() => portal.signedIn('developer'))
const admin = forThisFile(() => portal.signedIn('admin'))
beforeAll(async () => {
  const audit = createAudit(portal.database, portal.clock)
  const event = { caller: danaCaller, operation: 'trust.create', target: '/applications/100%_a/x' } as const
  await audit.record({ ...event, outcome: 'succeeded', after: { subject: '=cmd|calc' } })
  await audit.record({ ...event, target: '/applications/100xxa/x', outcome: 'failed' })
  await audit.record({ ...event, operation: 'trust.delete', outcome: 'succeeded' })
  await audit.record({ ...event, caller: robin, target: '+SUM(A1)', outcome: 'refused' })
  await audit.record({ ...event, caller: { ...robin, tenantId: 'other' }, outcome: 'succeeded' })
}, 60_000)

const count = async (browser: SignedInBrowser, query: string): Promise<number> =>
  (await call<ActivityPage>(browser, 'GET', `/api/activity?${query}`)).body.events.length

test.each([
  ['', 3],
  ['operation=trust.delete', 1],
  ['operation=trust.delete,trust.create', 3],
  ['outcome=failed', 1],
  ['target=100%25_A', 2],
  ['target=/applications', 3],
  ['actor=robin', 0],
  [`from=${since}`, 3],
  [`to=${since}`, 0],
  [`from=${since}&outcome=succeeded&operation=trust.create`, 1],
])('of their own actions a person finds with %j: %i', async (query, found) => {
  expect(await count(dana, query)).toBe(found)
})

test.each([
  ['of=all', 4],
  ['of=all&actor=ROBIN', 1],
  [`of=all&actor=${robin.objectId.toUpperCase()}`, 1],
  ['of=all&actor=%25', 0],
  ['of=all&outcome=refused', 1],
  ['', 0],
])('an administrator finds with %j: %i', async (query, found) => {
  expect(await count(admin, query)).toBe(found)
})

test.each([
  'operation=trust.steal',
  'operation=',
  'outcome=maybe',
  'from=yesterday',
  'target=',
  'of=tenant',
  'before=abc',
  'limit=201',
])('the filter %s is refused', async (query) => {
  expect((await call(dana, 'GET', `/api/activity?${query}`)).status).toBe(400)
})

test.each(['/api/activity?of=all', '/api/activity/export?of=all&format=csv'])(
  '%s is for administrators',
  async (url) => {
    expect((await call(dana, 'GET', url)).body.code).toBe('ADMINISTRATOR_REQUIRED')
  },
)

test('an export without a known format is refused', async () => {
  expect((await call(dana, 'GET', '/api/activity/export?format=xlsx')).status).toBe(400)
})

test('a CSV holds what matches, with no cell that a spreadsheet would run', async () => {
  const answer = await admin.inject({ url: '/api/activity/export?format=csv&of=all&operation=trust.create' })
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="activity.csv"',
  })
  const lines = answer.body.trimEnd().split('\r\n')
  expect(lines.length).toBe(4)
  expect(lines[0]).toBe(
    'at,actor,actorObjectId,door,operation,target,outcome,problem,azureRequestId,before,after,id',
  )
  expect(lines[1]).toContain(`,"'+SUM(A1)",refused,`)
  expect(answer.body).not.toMatch(/(^|,)"?[=+@-]/m)
})

test('a JSON file is one list of the same events, however many there are', async () => {
  const audit = createAudit(portal.database, portal.clock)
  const many = { caller: person('many', 9), operation: 'trust.prove', outcome: 'succeeded' } as const
  for (let index = 0; index < 1001; index++) await audit.record({ ...many, target: `/many/${index}` })
  const answer = await admin.inject({ url: '/api/activity/export?format=json&of=all&actor=many' })
  const events = answer.json<ActivityEvent[]>()
  expect(new Set(events.map(({ target }) => target)).size).toBe(1001)
  const none = await admin.inject({ url: '/api/activity/export?format=json&of=all&actor=nobody' })
  expect(none.json()).toEqual([])
})

test('the export itself is in the trail, with what was asked for, and in the chain', async () => {
  await admin.inject({ url: '/api/activity/export?format=csv&of=all&outcome=unknown' })
  const { body } = await call<ActivityPage>(admin, 'GET', '/api/activity?operation=activity.export&limit=1')
  expect(body.events).toMatchObject([
    { outcome: 'succeeded', after: { format: 'csv', of: 'all', outcome: 'unknown' } },
  ])
  expect(auditVerdict(await verifyAudit(portal.database, null)).holds).toBe(true)
})
