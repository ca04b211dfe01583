import type {
  ActivityPage,
  CreatedApplication,
  DeletedTrust,
  KnownPatternSupport,
  PatternProbeResult,
  Proof,
  Trust,
} from '@trustwright/shared-schemas'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { patternSupport } from '../../db/schema.ts'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { asAutomation } from '../../testing/as-automation.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const expression = "claims['sub'] matches 'repo:contoso/*' and claims['repository_id'] eq '456789'"
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'
const group = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`

let world: PortalWorld
let dana: SignedInBrowser
let application: string
let identity: string
let names = 0
beforeAll(async () => {
  world = await startPortalWorld()
  dana = await world.portal.signedIn('developer')
  const made = await call<CreatedApplication>(dana, 'POST', '/api/applications', { displayName: 'patterns' })
  application = `/api/applications/${made.body.application.appId}`
  await call(dana, 'POST', group, { identityName: 'id-patterns', location: 'westeurope' })
  identity = `/api/identities/mi/${development}/rg-pay-dev/id-patterns`
}, 60_000)
afterAll(() => world.close())
beforeEach(async () => {
  await world.portal.database.delete(patternSupport)
})

async function asEmulator(reality: object): Promise<void> {
  const answer = await fetch(`${world.emulator.browserOrigin}/_emulator/reality`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(reality),
  })
  expect(answer.status).toBe(200)
}

const onIdentities = (on: boolean) => asEmulator({ expressionsOnManagedIdentities: on })

const parents = ['application', 'managed identity'] as const
type Kind = (typeof parents)[number]
const addressOf = (kind: Kind) => (kind === 'application' ? application : identity)
const flexible = (repository: string) => ({
  name: `pattern-${(names += 1)}`,
  issuer,
  audiences,
  expression: expression.replace('contoso/', `contoso/${repository}`),
})
const support = async (kind: Kind) =>
  (await call<KnownPatternSupport>(dana, 'GET', `${addressOf(kind)}/pattern-support`)).body.support
const probe = (kind: Kind, body: object = {}) =>
  call<PatternProbeResult>(dana, 'POST', `${addressOf(kind)}/pattern-support`, body)
const trustNames = async (kind: Kind) =>
  (await call<{ trusts: Trust[] }>(dana, 'GET', `${addressOf(kind)}/trusts`)).body.trusts.map(
    ({ name }) => name,
  )

test.each([
  [{ subject: 'x' }, 'expression', /not both/],
  [{ expression: '' }, 'expression', /empty/],
  [{ expression: "claims['sub'] like 'x'" }, 'expression', /no operator like/],
  [{ expression: "claims['sub'] eq 'x' or claims['sub'] eq 'y'" }, 'expression', /no “or”/],
  [{ expression: "claims['sub'] matches 'repo:contoso/*'" }, 'expression', /lacks/],
  [{ expression: "claims['actor'] eq 'octo'" }, 'expression', /does not take the claim/],
  [{ issuer: 'https://issuer.contoso.example' }, 'expression', /GitHub, GitLab/],
  [{ expression: 'x'.repeat(4001) }, 'expression', /4,000/],
  [{ name: 'x' }, 'name', /3 characters/],
  [{ expression: undefined }, 'subject', /./],
])(
  'a pattern with %j is refused for %s on both kinds, before Azure is asked',
  async (change, field, words) => {
    for (const kind of parents) {
      const wanted = { ...flexible('x'), ...change }
      const { status, body } = await call(dana, 'POST', `${addressOf(kind)}/trusts`, wanted)
      expect([status, body.code, body.upstream]).toEqual([400, 'INPUT_REFUSED', undefined])
      expect(body.fields?.[0]).toEqual({ path: field, message: expect.stringMatching(words) })
    }
    expect(await support('application')).toBeNull()
  },
)

test.each(parents)('a pattern on a %s is stored, read, changed, deleted and made again', async (kind) => {
  await onIdentities(true)
  const trusts = `${addressOf(kind)}/trusts`
  const wanted = flexible('one-')
  const created = await call<Trust>(dana, 'POST', trusts, wanted)
  expect(created.body).toMatchObject({ ...wanted, subject: null, oddities: [] })
  const url = `${trusts}/${wanted.name}`
  expect((await call<Trust>(dana, 'GET', url)).body).toEqual(created.body)
  const { name: _, ...values } = flexible('two-')
  const { fingerprint } = created.body
  const changed = await call<Trust>(dana, 'PUT', url, { ...values, fingerprint })
  expect([changed.status, changed.body.expression]).toEqual([200, values.expression])
  expect(changed.body.fingerprint).not.toBe(fingerprint)
  const listed = await call<{ trusts: Trust[] }>(dana, 'GET', trusts)
  expect(listed.body.trusts.find(({ name }) => name === wanted.name)).toEqual(changed.body)
  const gone = await call<DeletedTrust>(dana, 'DELETE', `${url}?fingerprint=${changed.body.fingerprint}`)
  const restore = `${addressOf(kind)}/deleted-trusts/${gone.body.deletedTrustId}/restore`
  const restored = await call<Trust>(dana, 'POST', restore)
  expect([restored.status, restored.body.fingerprint]).toEqual([201, changed.body.fingerprint])
  expect(await support(kind)).toMatchObject({ accepted: true, by: 'stored' })
})

test.each(parents)('a stored trust of a %s keeps its kind', async (kind) => {
  await onIdentities(true)
  const trusts = `${addressOf(kind)}/trusts`
  const pattern = flexible('kind-')
  const classic = { name: 'classic', issuer, audiences, subject: 'repo:contoso/kind:ref:refs/heads/main' }
  const [first, second] = [
    await call<Trust>(dana, 'POST', trusts, pattern),
    await call<Trust>(dana, 'POST', trusts, classic),
  ]
  const { name: _, ...subject } = classic
  const { name: __, ...values } = flexible('other-')
  const answers = [
    await call(dana, 'PUT', `${trusts}/${pattern.name}`, { ...subject, fingerprint: first.body.fingerprint }),
    await call(dana, 'PUT', `${trusts}/classic`, { ...values, fingerprint: second.body.fingerprint }),
  ]
  for (const { status, body } of answers) {
    expect([status, body.code, body.upstream]).toEqual([409, 'TRUST_KIND_FIXED', undefined])
  }
  const { body } = await call<ActivityPage>(dana, 'GET', `${addressOf(kind)}/activity`)
  expect(body.events[0]).toMatchObject({ outcome: 'refused', problemCode: 'TRUST_KIND_FIXED' })
})

test('the same pattern twice is refused on a managed identity', async () => {
  await onIdentities(true)
  const wanted = flexible('twice-')
  await call(dana, 'POST', `${identity}/trusts`, wanted)
  const again = await call(dana, 'POST', `${identity}/trusts`, { ...wanted, name: 'twice' })
  expect([again.status, again.body.code]).toEqual([409, 'TRUST_PAIR_TAKEN'])
})

test('where managed identities take none, Azure’s words come through and decide nothing', async () => {
  await onIdentities(false)
  const { status, body } = await call(dana, 'POST', `${identity}/trusts`, flexible('none-'))
  expect([status, body.code, body.upstream?.service]).toEqual([422, 'EXPRESSION_REFUSED', 'arm'])
  expect(body.upstream?.message).toContain('Rule exception')
  expect(await support('managed identity')).toBeNull()
})

test('an application tells by refusing, and nothing is stored', async () => {
  const before = await trustNames('application')
  await world.portal.database.delete(patternSupport)
  expect(await support('application')).toBeNull()
  const { status, body } = await probe('application')
  expect([status, body.accepted, body.leftBehind]).toEqual([200, true, null])
  expect(body.evidence).toMatch(/Rule exception: Expression configured for issuer/)
  expect(body.evidence).not.toContain('paramValue')
  expect(await support('application')).toEqual(body.support)
  expect(body.support).toMatchObject({ accepted: true, by: 'probe' })
  expect(await trustNames('application')).toEqual(before)
})

test.each([
  [false, {}, null],
  [true, {}, null],
  [false, { mayStore: true }, false],
  [true, { mayStore: true }, true],
])(
  'a managed identity with patterns %j, asked with %j: %j, and nothing stays',
  async (on, body, accepted) => {
    await onIdentities(on)
    const before = await trustNames('managed identity')
    await world.portal.database.delete(patternSupport)
    const answer = await probe('managed identity', body)
    expect([answer.status, answer.body.accepted, answer.body.leftBehind]).toEqual([200, accepted, null])
    expect((await support('managed identity'))?.accepted ?? null).toBe(accepted)
    expect(await trustNames('managed identity')).toEqual(before)
    const { body: activity } = await call<ActivityPage>(dana, 'GET', `${identity}/activity`)
    expect(activity.events[0]).toMatchObject({
      operation: 'pattern-support.probe',
      outcome: 'succeeded',
      after: { accepted },
    })
  },
)

test('a probe that cannot be deleted is named, in the record too, and the next question removes it', async () => {
  await onIdentities(true)
  const path = `/subscriptions/${development}/resourceGroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-patterns`
  const lock = `${path}/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`
  const level = { properties: { level: 'CanNotDelete' } }
  const alex = await world.portal.signedIn('admin')
  // To the emulator's principal for scripts: who locks is an owner.
  const owner = { scope: path, roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }
  await call(alex, 'POST', `/api/principals/${automation}/role-assignments`, owner)
  await asAutomation(world.emulator, 'management.azure.com', ['PUT', lock, level])
  const { body } = await probe('managed identity', { mayStore: true })
  const name = body.leftBehind ?? ''
  expect([body.accepted, await trustNames('managed identity')]).toEqual([
    true,
    expect.arrayContaining([name]),
  ])
  expect(body.evidence).toContain(`Delete the trust ${name} by hand`)
  expect((await support('managed identity'))?.evidence).not.toContain(name)
  const record = async () =>
    (await call<ActivityPage>(dana, 'GET', `${identity}/activity?limit=1`)).body.events[0]?.after
  expect(await record()).toMatchObject({ trustName: name, leftBehind: name })
  await asAutomation(world.emulator, 'management.azure.com', ['DELETE', lock])
  expect((await probe('managed identity', { mayStore: true })).body).toMatchObject({ leftBehind: null })
  expect(await trustNames('managed identity')).not.toContain(name)
})

test('what a refused pattern of one person held is not told to others', async () => {
  const asked = flexible('x')
  await call(dana, 'POST', `${application}/trusts`, { ...asked, name: 'first-' })
  await world.portal.database.delete(patternSupport)
  await asEmulator({ gitlabRequiredClaims: 'projectId' })
  const gitlab = {
    ...asked,
    issuer: 'https://gitlab.fabrikam.com',
    expression: "claims['sub'] matches 'project_path:x/*' and claims['namespace_id'] eq '1'",
  }
  const { body } = await call(dana, 'POST', `${application}/trusts`, gitlab)
  await asEmulator({ gitlabRequiredClaims: 'anyId' })
  expect([body.code, body.upstream?.message]).toEqual([
    'EXPRESSION_REFUSED',
    expect.stringContaining('fabrikam'),
  ])
  const known = await support('application')
  expect(known).toMatchObject({ accepted: true, by: 'stored' })
  expect(known?.evidence).not.toContain('fabrikam')
})

test('who may not write trusts cannot ask, and nothing is concluded from that', async () => {
  const foreign = '/api/applications/f1c40618-93a5-4ec7-bf50-41628aecf001'
  const { status, body } = await call(dana, 'POST', `${foreign}/pattern-support`, {})
  expect([status, body.code]).toEqual([403, 'FORBIDDEN'])
  expect(await support('application')).toBeNull()
})

test('a pattern that is found stored counts as seen, but not over what was asked', async () => {
  await call(dana, 'POST', `${application}/trusts`, flexible('seen-'))
  await world.portal.database.delete(patternSupport)
  await trustNames('application')
  expect(await support('application')).toMatchObject({ accepted: true, by: 'seen' })
  await world.portal.database.delete(patternSupport)
  await call(dana, 'GET', `${application}/trusts/pattern-${names}`)
  expect(await support('application')).toMatchObject({ accepted: true, by: 'seen' })
  await probe('application')
  await trustNames('application')
  expect(await support('application')).toMatchObject({ by: 'probe' })
})

test('a token that matches a pattern proves it', async () => {
  const minted = await fetch(`${world.emulator.browserOrigin}/issuers/github/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ owner: 'octo-org', repository: 'octo-repo', environment: 'prod' }),
  })
  const { token, claims } = z
    .object({ token: z.string(), claims: z.object({ repository_id: z.string() }) })
    .parse(await minted.json())
  const wanted = {
    ...flexible('proof-'),
    expression: `claims['sub'] matches 'repo:octo-org*' and claims['repository_id'] eq '${claims.repository_id}'`,
  }
  await call(dana, 'POST', `${application}/trusts`, wanted)
  const url = `${application}/trusts/${wanted.name}`
  const { body } = await call<Proof>(dana, 'POST', `${url}/proof`, { token })
  expect(body).toMatchObject({ outcome: 'accepted', provesThisTrust: true, matchedTrustName: wanted.name })
  expect((await call<Trust>(dana, 'GET', url)).body.seen).not.toBeNull()
})
