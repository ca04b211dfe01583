import type { ActivityPage, Trust, TrustRequest } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { trustRequest } from '../../db/schema-policies.ts'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import {
  call,
  development,
  restricted,
  startPortalWorld,
  type PortalWorld,
} from '../../testing/portal-world.ts'
import { savePolicies } from '../../testing/save-policies.ts'
import { addFault } from '../../testing/set-up-steps.ts'

let world: PortalWorld
let dana: SignedInBrowser
let robin: SignedInBrowser
let admin: SignedInBrowser
let asked = 0
const adminName = 'alex@contoso.onmicrosoft.com'
const url = '/api/requests'
const identity = `/api/identities/mi/${development}/rg-pay-dev/id-asked`
const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-asked',
} as const

beforeAll(async () => {
  world = await startPortalWorld()
  dana = await world.portal.signedIn('developer')
  robin = await world.portal.signedIn('reader')
  admin = await world.portal.signedIn('admin')
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: 'id-asked', location: 'westeurope' })
}, 60_000)
beforeEach(async () => {
  await savePolicies(admin)
  await world.portal.database.delete(trustRequest)
})
afterAll(() => world.close())

const wanted = (change: object = {}) => ({
  name: `asked-${(asked += 1)}`,
  issuer: 'https://token.actions.githubusercontent.com',
  subject: `repo:octo-org/shop-${asked}:environment:production`,
  audiences: ['api://AzureADTokenExchange'],
  ...change,
})

async function ask(trust: object = wanted(), who = dana): Promise<TrustRequest> {
  const { status, body } = await call<TrustRequest>(who, 'POST', url, {
    asked: { kind: 'create', parent, trust },
    why: 'We deploy the shop.',
  })
  expect(status).toBe(201)
  return body
}

const decisionOf = (how: string, { requestId, version }: TrustRequest, more: object) =>
  ['POST', `${url}/${requestId}/${how}`, { version, ...more }] as const

const decide = (who: SignedInBrowser, request: TrustRequest, how: string, more = {}) =>
  call<TrustRequest>(who, ...decisionOf(how, request, more))

const refusedDecision = (who: SignedInBrowser, request: TrustRequest, how: string, more = {}) =>
  call(who, ...decisionOf(how, request, more))

const sorted = (statuses: readonly { status: number }[]) =>
  statuses.map(({ status }) => status).toSorted((one, other) => one - other)

async function stateOf({ requestId }: TrustRequest): Promise<TrustRequest> {
  return (await call<TrustRequest>(admin, 'GET', `${url}/${requestId}`)).body
}

test('who is refused by a rule asks, an administrator lets it pass, and the trail names both', async () => {
  await savePolicies(admin, { id: 'names', names: ['gh-*'], contact: 'platform@contoso.com' })
  const trust = wanted()
  expect((await call(dana, 'POST', `${identity}/trusts`, trust)).body.code).toBe('GUARDRAIL_REFUSED')
  const request = await ask(trust)
  expect(request).toMatchObject({
    state: 'open',
    version: 1,
    asked: { trust },
    guardrails: [{ policyId: 'names' }],
  })

  const bound = await refusedDecision(admin, request, 'approve')
  expect([bound.status, bound.body.code]).toEqual([403, 'GUARDRAIL_REFUSED'])
  const open = await stateOf(request)
  expect(open).toMatchObject({
    state: 'open',
    decidedBy: null,
    problem: { code: 'GUARDRAIL_REFUSED', by: adminName },
  })

  const { status, body } = await decide(admin, open, 'approve', { exceptPolicies: ['names'] })
  expect([status, body]).toMatchObject([
    200,
    {
      state: 'approved',
      decidedBy: { username: adminName },
      requestedBy: { username: 'dana@contoso.onmicrosoft.com' },
    },
  ])
  const { body: stored } = await call<Trust>(dana, 'GET', `${identity}/trusts/${trust.name}`)
  expect(stored).toMatchObject(trust)
  const { body: trail } = await call<ActivityPage>(
    admin,
    'GET',
    `/api/activity?of=all&target=${trust.name}&limit=4`,
  )
  expect(trail.events.map(({ operation, outcome }) => [operation, outcome])).toEqual([
    ['trust.create', 'succeeded'],
    ['request.approve', 'succeeded'],
    ['trust.create', 'refused'],
    ['request.approve', 'refused'],
  ])
  expect(trail.events[0]).toMatchObject({
    actor: { username: adminName },
    after: {
      requestId: request.requestId,
      requestedBy: { username: 'dana@contoso.onmicrosoft.com' },
      exceptPolicies: ['names'],
    },
  })
})

test('approval goes with the rights of the approver, who may have fewer than who asks', async () => {
  const elsewhere = {
    ...parent,
    subscriptionId: restricted,
    resourceGroup: 'rg-none',
    identityName: 'id-none',
  }
  const { body: request } = await call<TrustRequest>(dana, 'POST', url, {
    asked: { kind: 'create', parent: elsewhere, trust: wanted() },
    why: 'because',
  })
  const refusal = await refusedDecision(admin, request, 'approve')
  expect(['FORBIDDEN', 'NOT_FOUND']).toContain(refusal.body.code)
  expect(await stateOf(request)).toMatchObject({
    state: 'open',
    version: 3,
    problem: { code: refusal.body.code },
  })
})

test('what fails at Azure leaves the request open with the reason, and can be approved later', async () => {
  const request = await ask()
  await addFault(world.emulator, {
    match: { method: 'PUT', pathPrefix: `/subscriptions/${development}` },
    mode: { next: 1 },
    effect: { status: 409, code: 'ScopeLocked' },
  })
  const failed = await refusedDecision(admin, request, 'approve')
  expect([failed.status, failed.body.code]).toEqual([409, 'RESOURCE_LOCKED'])
  const open = await stateOf(request)
  expect(open).toMatchObject({ state: 'open', problem: { code: 'RESOURCE_LOCKED' } })
  expect((await decide(admin, open, 'approve')).body).toMatchObject({ state: 'approved', problem: null })
})

test('of administrators who decide at once one wins, and the others are told', async () => {
  const other = await buildTestApp({ ...world, connectionString: world.portal.connectionString })
  const there = await other.signedIn('admin')
  const request = await ask()
  const answers = await Promise.all([
    refusedDecision(admin, request, 'approve'),
    refusedDecision(there, request, 'approve'),
    refusedDecision(admin, request, 'decline', { answer: 'No.' }),
    refusedDecision(there, request, 'decline', { answer: 'No.' }),
  ])
  expect(sorted(answers)).toEqual([200, 409, 409, 409])
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
    Array(3).fill('REQUEST_NOT_OPEN'),
  )
  const late = await refusedDecision(there, await stateOf(request), 'decline', { answer: 'No.' })
  expect([late.status, late.body.detail]).toEqual([
    409,
    expect.stringMatching(
      /^This request was (approved|declined) by alex@contoso\.onmicrosoft\.com, so nothing was done\.$/,
    ),
  ])
  await other.close()
})

test('nobody decides about a version that they did not see', async () => {
  const request = await ask()
  expect((await decide(admin, { ...request, version: 2 }, 'approve')).status).toBe(409)
  expect((await stateOf(request)).state).toBe('open')
})

test('an approval that a dead portal left can be taken up after two minutes, and not before', async () => {
  const request = await ask()
  const change = {
    state: 'approving',
    version: 2,
    decider: adminName,
    decidedAt: new Date(world.portal.clock.now()),
  } as const
  await world.portal.database
    .update(trustRequest)
    .set(change)
    .where(eq(trustRequest.requestId, request.requestId))
  const left = await stateOf(request)
  expect((await decide(admin, left, 'approve')).status).toBe(409)
  world.portal.clock.advance(121_000)
  expect((await decide(admin, left, 'approve')).body.state).toBe('approved')
})

test.each([
  ['by the same values', {}, 200, 'approved'],
  ['and not by others', { subject: 'repo:octo-org/other:environment:production' }, 409, 'open'],
])(
  'an approval whose portal died after Azure had stored the trust ends well %s',
  async (_case, stored, status, state) => {
    const trust = wanted()
    const request = await ask(trust)
    expect((await call(dana, 'POST', `${identity}/trusts`, { ...trust, ...stored })).status).toBe(201)
    const decidedAt = new Date(world.portal.clock.now())
    await world.portal.database
      .update(trustRequest)
      .set({ state: 'approving', version: 2, decider: adminName, decidedAt })
      .where(eq(trustRequest.requestId, request.requestId))
    world.portal.clock.advance(121_000)
    expect((await decide(admin, await stateOf(request), 'approve')).status).toBe(status)
    expect((await stateOf(request)).state).toBe(state)
  },
)

test('declined with words, which the person reads', async () => {
  const request = await ask()
  expect((await decide(admin, request, 'decline', { answer: ' ' })).status).toBe(400)
  await decide(admin, request, 'decline', { answer: 'Use the shared identity.' })
  const { body } = await call<TrustRequest>(dana, 'GET', `${url}/${request.requestId}`)
  expect(body).toMatchObject({
    state: 'declined',
    answer: 'Use the shared identity.',
    decidedBy: { username: adminName },
  })
})

test('withdrawing is for who asked, and ends it', async () => {
  const request = await ask()
  expect((await decide(admin, request, 'withdraw')).status).toBe(404)
  expect((await decide(robin, request, 'withdraw')).status).toBe(404)
  expect((await decide(dana, request, 'withdraw')).body.state).toBe('withdrawn')
  expect((await decide(admin, await stateOf(request), 'approve')).status).toBe(409)
})
