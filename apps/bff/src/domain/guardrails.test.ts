import type {
  ActivityPage,
  CreatedApplication,
  DeletedTrust,
  Policy,
  Preflight,
  Problem,
  SetUpDryRun,
  Trust,
} from '@trustwright/shared-schemas'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SignedInBrowser } from '../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../testing/portal-world.ts'
import { savePolicies } from '../testing/save-policies.ts'
import { readerOnGroup, readerRole, rowOf, runThrough, unpaced, writesOf } from '../testing/set-up-steps.ts'

let world: PortalWorld
let dana: SignedInBrowser
let admin: SignedInBrowser
const danaId = '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001'
/** Seeded: Dana is in the first, and not in the second. */
const makers = '4c7d1e92-0d35-4b8a-9f61-3a5b7c9d0003'
const auditors = '4c7d1e92-0d35-4b8a-9f61-3a5b7c9d0002'
const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'
const group = `/subscriptions/${development}/resourceGroups/rg-pay-dev`
const identity = `/api/identities/mi/${development}/rg-pay-dev/id-guarded`
const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-guarded',
} as const
let names = 0

beforeAll(async () => {
  world = await startPortalWorld({ environment: unpaced })
  dana = await world.portal.signedIn('developer')
  admin = await world.portal.signedIn('admin')
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName: 'id-guarded', location: 'westeurope' })
}, 60_000)
beforeEach(() => savePolicies(admin))
afterAll(() => world.close())

const wanted = (change: object = {}) => ({
  name: `guarded-${(names += 1)}`,
  issuer: 'https://token.actions.githubusercontent.com',
  subject: `repo:octo-org/shop-${names}:environment:production`,
  audiences: ['api://AzureADTokenExchange'],
  ...change,
})

async function trustWrites(): Promise<readonly string[]> {
  const { done } = await writesOf(world.emulator, '/')
  return done.filter((line) => line.includes('/federatedIdentityCredentials'))
}

const refused = (why: unknown = expect.any(String)) => ({
  status: 403,
  body: {
    code: 'GUARDRAIL_REFUSED',
    guardrails: [expect.objectContaining({ policyId: 'p', title: 'Rule p', why })],
  },
})

test.each<[string, Partial<Policy>, object]>([
  ['an issuer that is not allowed', { allowedIssuers: ['https://gitlab.com'] }, {}],
  ['an owner that is not allowed', { allowedOwners: ['contoso'] }, {}],
  ['a pull request', { forbidden: ['pull-request'] }, { subject: 'repo:octo-org/shop:pull_request' }],
  ['names without IDs', { forbidden: ['name-based'] }, {}],
  ['a forbidden subject', { forbiddenSubjects: ['repo:octo-org/*'] }, {}],
  ['a name of another form', { names: ['gh-*'] }, {}],
  [
    'a rule of its own group',
    { names: ['gh-*'], scopes: [group.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions')] },
    {},
  ],
  ['somebody else', { mayCreate: [automation] }, {}],
  ['members of a group that the person is not in', { mayCreate: [auditors] }, {}],
])('refused before Azure is asked: %s', async (_case, policy, change) => {
  await savePolicies(admin, { id: 'p', ...policy })
  const trust = wanted(change)
  const before = await trustWrites()
  expect(await call(dana, 'POST', `${identity}/trusts`, trust)).toMatchObject(refused())
  expect(await trustWrites()).toEqual(before)
  const asked = { operation: 'create', parent, draft: trust }
  const { body } = await call<Preflight>(dana, 'POST', '/api/preflight', asked)
  expect(body.guardrails).toMatchObject(refused().body.guardrails)
})

test.each<[string, Partial<Policy>]>([
  ['another group', { names: ['gh-*'], scopes: [`${group}-other`] }],
  ['applications', { names: ['gh-*'], parentKinds: ['application'] }],
  ['the person among others', { mayCreate: [automation, danaId.toUpperCase()] }],
  ['members of a group that the person is in', { mayCreate: [auditors, makers] }],
])('a rule for %s lets it pass', async (_case, policy) => {
  await savePolicies(admin, { id: 'p', ...policy })
  expect((await call(dana, 'POST', `${identity}/trusts`, wanted())).status).toBe(201)
  await clear(`guarded-${names}`)
})

async function clear(name: string): Promise<void> {
  const { body } = await call<Trust>(dana, 'GET', `${identity}/trusts/${name}`)
  await call(dana, 'DELETE', `${identity}/trusts/${name}?fingerprint=${encodeURIComponent(body.fingerprint)}`)
}

test('an administrator is bound as well, unless the rule says otherwise', async () => {
  await savePolicies(admin, { id: 'p', names: ['gh-*'], contact: 'platform@contoso.com' })
  const { body } = await call(admin, 'POST', `${identity}/trusts`, wanted())
  expect([body.code, body.detail, body.nextStep]).toEqual([
    'GUARDRAIL_REFUSED',
    `The rule “Rule p” refuses this: the name guarded-${names} has not the form gh-*. Nothing was sent to Azure.`,
    'Make it anew under a name of that form: a name cannot be changed, or ask platform@contoso.com.',
  ])
  await savePolicies(admin, { id: 'p', names: ['gh-*'], exceptAdministrators: true })
  expect((await call(dana, 'POST', `${identity}/trusts`, wanted())).status).toBe(403)
  expect((await call(admin, 'POST', `${identity}/trusts`, wanted())).status).toBe(201)
  await clear(`guarded-${names}`)
})

test('a change and a restore are refused too, a deletion never, and the trail tells', async () => {
  const trust = wanted()
  const { body: stored } = await call<Trust>(dana, 'POST', `${identity}/trusts`, trust)
  await savePolicies(admin, { id: 'p', allowedOwners: ['contoso'] })
  const { name, ...values } = trust
  const change = {
    ...values,
    subject: 'repo:octo-org/other:environment:production',
    fingerprint: stored.fingerprint,
  }
  expect(await call(dana, 'PUT', `${identity}/trusts/${name}`, change)).toMatchObject(
    refused('the owner octo-org at GitHub is not allowed'),
  )
  const deletion = { operation: 'delete', parent, draft: { name } }
  expect((await call<Preflight>(dana, 'POST', '/api/preflight', deletion)).body.guardrails).toEqual([])
  const remove = `${identity}/trusts/${name}?fingerprint=${encodeURIComponent(stored.fingerprint)}`
  const { status, body: kept } = await call<DeletedTrust>(dana, 'DELETE', remove)
  expect(status).toBe(200)
  const restore = `${identity}/deleted-trusts/${kept.deletedTrustId}/restore`
  expect(await call(dana, 'POST', restore)).toMatchObject(refused())
  const { body } = await call<ActivityPage>(dana, 'GET', `${identity}/activity?limit=3`)
  expect(body.events.map(({ operation, outcome, problemCode }) => [operation, outcome, problemCode])).toEqual(
    [
      ['trust.restore', 'refused', 'GUARDRAIL_REFUSED'],
      ['trust.delete', 'succeeded', null],
      ['trust.change', 'refused', 'GUARDRAIL_REFUSED'],
    ],
  )
})

test('rules hold for the trusts of applications', async () => {
  const { body: made } = await call<CreatedApplication>(admin, 'POST', '/api/applications', {
    displayName: 'guarded',
  })
  await savePolicies(admin, { id: 'p', names: ['gh-*'], parentKinds: ['application'] })
  const url = `/api/applications/${made.application.appId}/trusts`
  expect(await call(admin, 'POST', url, wanted())).toMatchObject(refused())
  expect((await call(admin, 'POST', url, wanted({ name: 'gh-prod' }))).status).toBe(201)
})

test.each<[string, Partial<Policy>, object, number]>([
  ['an owner-like role without a reason', { roleReasons: { roles: ['owner-like'] } }, { roleId: owner }, 403],
  [
    'one with too short a reason',
    { roleReasons: { roles: [owner], minLength: 20 } },
    { roleId: owner, reason: 'I say so' },
    403,
  ],
  ['a smaller role', { roleReasons: { roles: ['owner-like'] } }, { roleId: readerRole }, 201],
  [
    'an owner-like role with a reason',
    { roleReasons: { roles: ['owner-like'] } },
    { roleId: owner, reason: 'It installs the cluster.' },
    201,
  ],
  [
    'a role by somebody who may not',
    { mayCreate: [automation], scopes: [group] },
    { roleId: readerRole },
    403,
  ],
])('a role is given or refused by rule: %s', async (_case, policy, role, status) => {
  await savePolicies(admin, { id: 'p', ...policy })
  const scope = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-guarded`
  const url = `/api/principals/${automation}/role-assignments`
  const answer = await call<Problem & { assignmentId?: string }>(admin, 'POST', url, { scope, ...role })
  expect([answer.status, answer.body.code]).toEqual([
    status,
    status === 403 ? 'GUARDRAIL_REFUSED' : undefined,
  ])
  const { assignmentId } = answer.body
  if (assignmentId) await call(admin, 'DELETE', `${url}?assignmentId=${encodeURIComponent(assignmentId)}`)
})

test('a dry run and a run of many refuse the same rows, and make the others', async () => {
  await savePolicies(
    admin,
    { id: 'p', forbiddenSubjects: ['repo:contoso/second:*'], parentKinds: ['managedIdentity'] },
    { id: 'q', roleReasons: { roles: [readerRole] } },
  )
  const readerWithReason = readerOnGroup.map((role) => ({ ...role, reason: 'It reads.' }))
  const items = [
    { ...rowOf('id-guarded-run', ['first']), roles: readerOnGroup },
    rowOf('id-guarded-run', ['second'], 'forbidden'),
    { ...rowOf('id-guarded-run', [], 'with reason'), roles: readerWithReason },
  ]
  const { body: plan } = await call<SetUpDryRun>(admin, 'POST', '/api/set-up/dry-runs', { items })
  const planned = plan.items.flatMap(({ steps }) =>
    steps.map(({ kind, verdict, code }) => [kind, verdict, code]),
  )
  expect(planned).toEqual([
    ['identity', 'create', null],
    ['trust', 'create', null],
    ['role', 'refused', 'GUARDRAIL_REFUSED'],
    ['trust', 'refused', 'GUARDRAIL_REFUSED'],
    ['role', 'create', null],
  ])
  const { items: done } = await runThrough(admin, items)
  const made = done.flatMap(({ steps }) => steps.map(({ kind, state, code }) => [kind, state, code]))
  expect(made).toEqual([
    ['identity', 'done', null],
    ['trust', 'done', null],
    ['role', 'failed', 'GUARDRAIL_REFUSED'],
    ['trust', 'failed', 'GUARDRAIL_REFUSED'],
    ['role', 'done', null],
  ])
})
