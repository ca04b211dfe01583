import { eq } from 'drizzle-orm'
import type { RouteOptions } from 'fastify'
import type { Problem, Subscription, Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { auditVerdict, verifyAudit } from '../../audit/verify-audit.ts'
import { activityEvent } from '../../db/schema.ts'
import { bearerGrant } from '../../db/schema-bearer.ts'
import { inventoryScan } from '../../db/schema-inventory.ts'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { comeBy, endSignIns } from '../../testing/come-by.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { startPass } from '../../testing/inventory-steps.ts'
import { controlOf } from '../../testing/inventory-world.ts'
import { call, development } from '../../testing/portal-world.ts'
import { scriptWith, tokenOfPerson } from '../../testing/script-of-person.ts'
import { tableOf } from '../../testing/route-table.ts'
import { startEmulator } from '../../testing/start-emulator.ts'
import { startTestPostgres } from '../../testing/test-postgres.ts'

const routes: RouteOptions[] = []

const emulator = forThisFile(startEmulator)
const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() =>
  buildTestApp({
    postgres,
    emulator,
    environment: { INVENTORY_LISTS_PER_SECOND_PER_TENANT: '10' },
    onRoute: (route) => routes.push(route),
  }),
)

const scriptOf = async (role: 'developer' | 'admin' | 'reader') =>
  scriptWith(portal.app, await tokenOfPerson(emulator, role))

const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
const trust = {
  name: 'by-script',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/by-script:ref:refs/heads/main',
  audiences: ['api://AzureADTokenExchange'],
}

test('every address that is read answers a token as it answers a session', async () => {
  const browser = await portal.signedIn('developer')
  const script = await scriptOf('developer')
  const reads = tableOf(routes, 'api').filter(({ method }) => method === 'GET')
  expect(reads.length).toBeGreaterThan(50)
  const unlike: string[] = []
  for (const { url } of reads) {
    const [one, other] = await Promise.all([browser, script].map((each) => each.inject({ url })))
    const [seen, wanted] = [other, one].map((answer) => {
      const { code } = answer?.json<Partial<Problem>>() ?? {}
      return `${answer?.statusCode} ${code ?? ''}`
    })
    if (seen !== wanted || wanted?.startsWith('500')) unlike.push(`${url}: ${seen}, not ${wanted}`)
  }
  expect(unlike).toEqual([])
}, 60_000)

test('a script lists, creates and deletes a trust with the rights of its person, and the trail names the door', async () => {
  const before = await portal.database.$count(activityEvent)
  const dana = await scriptOf('developer')
  const listed = await call<{ subscriptions: Subscription[] }>(dana, 'GET', '/api/subscriptions')
  expect(listed.body.subscriptions.map(({ subscriptionId }) => subscriptionId)).toContain(development)
  const made = await call(dana, 'POST', identities, { identityName: 'id-script', location: 'westeurope' })
  expect(made.status).toBe(201)
  const trusts = `/api/identities/mi/${development}/rg-pay-dev/id-script/trusts`
  const { status, body } = await call<Trust>(dana, 'POST', trusts, trust)
  expect([status, body]).toMatchObject([201, trust])
  const gone = await call(dana, 'DELETE', `${trusts}/by-script?fingerprint=${body.fingerprint}`)
  expect([gone.status, gone.body]).toMatchObject([200, {}])
  const events = await portal.database.select().from(activityEvent).orderBy(activityEvent.sequence)
  expect(events.slice(before).map(({ operation, outcome, door }) => [operation, outcome, door])).toEqual([
    ['session.sign-in', 'succeeded', 'bearer'],
    ['identity.create', 'succeeded', 'bearer'],
    ['trust.create', 'succeeded', 'bearer'],
    ['trust.delete', 'succeeded', 'bearer'],
  ])
})

test('a reader gets as far with a script as with a browser', async () => {
  const robin = await scriptOf('reader')
  const refused = await call(robin, 'POST', identities, {
    identityName: 'id-robin',
    location: 'westeurope',
  })
  expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN'])
})

test.each(['bearer', 'cookie'] as const)(
  'a scan goes on behind the request, waits when the token is over, and goes on when its person comes by the %s',
  async (door) => {
    const dana = await scriptOf('developer')
    const { scanId } = await startPass(dana)
    const scans = () => portal.database.select().from(inventoryScan).where(eq(inventoryScan.scanId, scanId))
    const stateNow = async () => (await scans())[0]?.state
    await expect.poll(stateNow, { timeout: 10_000, interval: 20 }).toBe('running')
    await endSignIns({ portal })
    await expect.poll(stateNow, { timeout: 10_000, interval: 50 }).toBe('signed-out')
    const alex = await comeBy(door, { portal, emulator }, 'admin')
    expect((await call(alex, 'GET', '/api/inventory/latest')).status).toBe(200)
    expect(await stateNow()).toBe('signed-out')
    const again = await comeBy(door, { portal, emulator }, 'developer')
    expect((await call(again, 'GET', '/api/inventory/latest')).status).toBe(200)
    await expect.poll(stateNow, { timeout: 60_000, interval: 100 }).toBe('finished')
  },
  90_000,
)

test('when the person is signed out at Entra, the token buys nothing more', async () => {
  const token = await tokenOfPerson(emulator, 'admin')
  const alex = scriptWith(portal.app, token)
  const answer = await fetch(`${emulator.browserOrigin}/_emulator/sign-outs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'alex@contoso.onmicrosoft.com' }),
  })
  expect(answer.ok).toBe(true)
  const refused = await alex.inject({ url: '/api/subscriptions' })
  expect([refused.statusCode, refused.json<Problem>().code]).toEqual([401, 'SESSION_ENDED'])
  expect(refused.headers['www-authenticate']).toBe('Bearer error="invalid_token"')
})

test('a second factor that Azure wants comes back as claims for a new token', async () => {
  const dana = await scriptOf('developer')
  const control = controlOf(emulator)
  await control('PATCH', 'reality', { claimsChallenge: 'multifactorOnWrites' })
  const payload = { identityName: 'id-mfa', location: 'westeurope' }
  const refused = await dana.inject({ method: 'POST', url: identities, payload })
  const browser = await portal.signedIn('developer')
  const inPages = await browser.inject({ method: 'POST', url: identities, payload })
  await control('PATCH', 'reality', { claimsChallenge: 'off' })
  // A session keeps them for its next sign-in: its pages have no use for them.
  expect(inPages.json()).toMatchObject({ code: 'STEP_UP_REQUIRED' })
  expect(inPages.json()).not.toHaveProperty('claims')
  expect(inPages.headers['www-authenticate']).toBeUndefined()
  const problem = refused.json<Problem>()
  expect([refused.statusCode, problem.code]).toEqual([401, 'STEP_UP_REQUIRED'])
  const wanted = JSON.parse(Buffer.from(problem.claims ?? '', 'base64url').toString()) as object
  expect(wanted).toHaveProperty('access_token')
  expect(refused.headers['www-authenticate']).toMatch(
    /^Bearer error="insufficient_claims", claims="[A-Za-z0-9+/]+=*"$/,
  )
  expect((await dana.inject({ method: 'POST', url: identities, payload })).statusCode).toBe(201)
})

test('the trail holds, with and without a door, and a door that was changed is found', async () => {
  const lines = async () => auditVerdict(await verifyAudit(portal.database, null)).lines.join(' ')
  expect(await lines()).toContain('unbroken')
  const [event] = await portal.database.select().from(activityEvent).limit(1)
  const { activityId = '' } = event ?? {}
  await portal.database
    .update(activityEvent)
    .set({ door: null })
    .where(eq(activityEvent.activityId, activityId))
  expect(await lines()).toContain('it was changed: door')
  expect(await portal.database.$count(bearerGrant)).toBeGreaterThan(0)
})
