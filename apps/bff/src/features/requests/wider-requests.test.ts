import type {
  ActivityPage,
  AnyNewApplicationTrust,
  NewTrustRequest,
  Problem,
  RequestReview,
  Trust,
  TrustRequest,
} from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { trustRequest } from '../../db/schema-policies.ts'
import { setUpRun } from '../../db/schema-set-up.ts'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { savePolicies } from '../../testing/save-policies.ts'
import { readerOnGroup, rowOf, trustOf, unpaced, writesOf } from '../../testing/set-up-steps.ts'

let world: PortalWorld
let dana: SignedInBrowser
let robin: SignedInBrowser
let admin: SignedInBrowser
const url = '/api/requests'
const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-wider',
} as const
const trusts = `/api/identities/mi/${development}/rg-pay-dev/id-wider/trusts`

beforeAll(async () => {
  world = await startPortalWorld({ environment: unpaced })
  dana = await world.portal.signedIn('developer')
  robin = await world.portal.signedIn('reader')
  admin = await world.portal.signedIn('admin')
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: 'id-wider', location: 'westeurope' })
}, 60_000)
beforeEach(async () => {
  await savePolicies(admin)
  await world.portal.database.delete(trustRequest)
})
afterAll(() => world.close())

async function ask(asked: NewTrustRequest['asked'], who = dana): Promise<TrustRequest> {
  const { status, body } = await call<TrustRequest>(who, 'POST', url, { asked, why: 'Monday' })
  expect([status, body]).toEqual([201, expect.anything()])
  return body
}

const approve = (request: TrustRequest, exceptPolicies: readonly string[] = []) =>
  call<TrustRequest & Problem>(admin, 'POST', `${url}/${request.requestId}/approve`, {
    version: request.version,
    exceptPolicies,
  })

async function read({ requestId }: TrustRequest, who = dana): Promise<TrustRequest> {
  return (await call<TrustRequest>(who, 'GET', `${url}/${requestId}`)).body
}

/** As it stands once no run of it goes on. */
async function settled(request: TrustRequest): Promise<TrustRequest> {
  await expect.poll(async () => (await read(request)).state, { timeout: 40_000 }).not.toBe('approving')
  return await read(request)
}

const reviewOf = async ({ requestId }: TrustRequest) =>
  (await call<RequestReview>(admin, 'GET', `${url}/${requestId}/review`)).body

async function stored(name: string): Promise<Trust> {
  const { body } = await call<Trust>(dana, 'POST', trusts, trustOf(name))
  return body
}

const changeOf = ({ audiences, fingerprint, issuer, name }: Trust, subject: string) =>
  ({
    kind: 'change',
    parent,
    trustName: name,
    change: { issuer, subject, audiences, fingerprint },
  }) as const

test('a change that a rule refuses is asked for, approved, and told to both', async () => {
  const trust = await stored('to-change')
  await savePolicies(admin, { id: 'owners', allowedOwners: ['contoso'] })
  const asked = changeOf(trust, 'repo:fabrikam/app:environment:prod')
  expect((await call(dana, 'PUT', `${trusts}/to-change`, asked.change)).body.code).toBe('GUARDRAIL_REFUSED')
  const request = await ask(asked)
  expect(request).toMatchObject({
    asked: { before: { subject: trust.subject } },
    guardrails: [{ policyId: 'owners' }],
  })
  expect((await approve(request)).body.code).toBe('GUARDRAIL_REFUSED')
  const { body } = await approve(await read(request), ['owners'])
  expect(body).toMatchObject({ state: 'approved', made: [{ parent, trustName: 'to-change' }] })
  expect((await call<Trust>(dana, 'GET', `${trusts}/to-change`)).body.subject).toBe(asked.change.subject)
  const trail = await call<ActivityPage>(
    admin,
    'GET',
    '/api/activity?of=all&operation=trust.change&target=to-change&limit=1',
  )
  expect(trail.body.events[0]).toMatchObject({
    actor: { username: 'alex@contoso.onmicrosoft.com' },
    after: { requestedBy: { username: 'dana@contoso.onmicrosoft.com' }, exceptPolicies: ['owners'] },
  })
})

test('a change of a trust that somebody changed since is told as stale, and is never carried out', async () => {
  const trust = await stored('gone-stale')
  const request = await ask(changeOf(trust, 'repo:contoso/wanted:environment:prod'))
  const { fingerprint, issuer, audiences } = trust
  const theirs = { issuer, subject: 'repo:contoso/theirs:environment:prod', audiences, fingerprint }
  expect((await call(dana, 'PUT', `${trusts}/gone-stale`, theirs)).status).toBe(200)
  expect((await reviewOf(request)).stale).toMatchObject({ code: 'TRUST_CHANGED_MEANWHILE' })
  expect((await approve(request)).body.code).toBe('TRUST_CHANGED_MEANWHILE')
  expect(await read(request)).toMatchObject({ state: 'open', problem: { code: 'TRUST_CHANGED_MEANWHILE' } })
  expect((await call<Trust>(dana, 'GET', `${trusts}/gone-stale`)).body.subject).toBe(theirs.subject)
  const late = changeOf(trust, 'repo:contoso/late:environment:prod')
  const refused = await call(dana, 'POST', url, { asked: late, why: 'x' })
  expect([refused.status, refused.body.code]).toEqual([409, 'TRUST_CHANGED_MEANWHILE'])
})

test('a whole set-up is asked for by who may make nothing, and made as the administrator', async () => {
  const item = { ...rowOf('id-wished', ['wished']), roles: readerOnGroup }
  await savePolicies(admin, { id: 'names', names: ['gh-*'] })
  const request = await ask({ kind: 'set-up', items: [item] }, robin)
  expect(request.guardrails).toMatchObject([{ policyId: 'names' }])
  const bound = await approve(request)
  expect([bound.status, bound.body.code]).toEqual([403, 'GUARDRAIL_REFUSED'])
  expect((await writesOf(world.emulator, 'id-wished')).done).toEqual([])

  const { status, body } = await approve(await read(request, robin), ['names'])
  expect([status, body.state]).toEqual([200, 'approving'])
  await expect.poll(async () => (await read(request, robin)).state, { timeout: 40_000 }).toBe('approved')
  expect((await read(request, robin)).made).toEqual([
    { parent: { ...parent, identityName: 'id-wished' }, trustName: 'wished' },
  ])
  const { body: trail } = await call<ActivityPage>(
    admin,
    'GET',
    '/api/activity?of=all&target=id-wished&limit=9',
  )
  const made = trail.events.filter(
    ({ outcome, operation }) => outcome === 'succeeded' && !operation.startsWith('request'),
  )
  expect(made.map(({ operation }) => operation)).toEqual(['trust.create', 'identity.create'])
  expect(made.map(({ after }) => after)).toEqual(
    Array(2).fill(
      expect.objectContaining({
        requestId: request.requestId,
        requestedBy: expect.objectContaining({ username: 'robin@contoso.onmicrosoft.com' }),
      }),
    ),
  )
})

test('a portal that died over a set-up leaves it open with the reason, and the next approval makes nothing twice', async () => {
  const request = await ask({ kind: 'set-up', items: [rowOf('id-died', ['one', 'two'])] })
  await approve(request)
  await settled(request)
  // As if it had died before the request was settled, over a run that nobody works on.
  const { runId } = await read(request)
  const left = { state: 'running', finishedAt: null, heartbeatAt: new Date(0) } as const
  await world.portal.database
    .update(setUpRun)
    .set(left)
    .where(eq(setUpRun.runId, runId ?? ''))
  await world.portal.database.update(trustRequest).set({ state: 'approving' })
  await world.portal.database.execute("update set_up_step set state = 'running' where name = 'two'")
  const open = await read(request)
  expect(open).toMatchObject({ state: 'open', problem: { by: 'alex@contoso.onmicrosoft.com' } })
  expect(open.problem?.detail).toContain('The portal was restarted while it worked')
  expect((await approve(open)).status).toBe(200)
  expect(await settled(request)).toMatchObject({ state: 'approved', made: [{}, {}] })
  expect((await writesOf(world.emulator, 'id-died')).done).toHaveLength(3)
})

test('a set-up of which Azure refuses a part is open again, and tells what is missing', async () => {
  await stored('taken')
  const other: AnyNewApplicationTrust = {
    ...trustOf('taken'),
    expression: undefined,
    subject: 'repo:contoso/other:environment:prod',
  }
  const items = [rowOf('id-part', ['part']), { key: 'taken', parent, trusts: [other], roles: [] }]
  const request = await ask({ kind: 'set-up', items })
  await approve(request)
  const open = await settled(request)
  expect(open).toMatchObject({ state: 'open', decidedBy: null, made: [{ trustName: 'part' }] })
  expect(open.problem?.detail).toMatch(/^1 of 3 steps is not done\. /)
})

test('before deciding, the administrator sees the rules as they stand and the findings it would raise', async () => {
  const owner = { scope: `/subscriptions/${development}`, roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }
  const risky: AnyNewApplicationTrust = {
    ...trustOf('risky'),
    expression: undefined,
    subject: 'repo:contoso/shop:pull_request',
  }
  const item = { ...rowOf('id-risky', []), trusts: [risky], roles: [owner] }
  const request = await ask({ kind: 'set-up', items: [item] })
  expect(request.guardrails).toEqual([])
  await savePolicies(admin, { id: 'no-prs', forbidden: ['pull-request'] })
  const review = await reviewOf(request)
  expect(review.guardrails).toMatchObject([{ policyId: 'no-prs' }])
  expect(review.accessKnown).toBe(true)
  const rules = review.findings.map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['pull-request-write', 'wide-role', 'policy-refuses']))
  expect((await call(dana, 'GET', `${url}/${request.requestId}/review`)).body.code).toBe(
    'ADMINISTRATOR_REQUIRED',
  )
})

test('a set-up with a row that breaks a rule of Azure is refused when it is asked for', async () => {
  const item = rowOf('id-bad', ['same', 'same'])
  const answer = await call(dana, 'POST', url, { asked: { kind: 'set-up', items: [item] }, why: 'x' })
  expect([answer.status, answer.body.code]).toEqual([422, 'SET_UP_ROWS_REFUSED'])
})
