import type { CheckedDraft, SeveralPreflight } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAutomation } from '../../testing/as-automation.ts'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'
import { requestsDuring } from '../../testing/requests-arrived.ts'

const place = { subscriptionId: development, resourceGroup: 'rg-pay-dev' }
const parent = { kind: 'managedIdentity' as const, ...place, identityName: 'id-several' }
/** The emulator's principal for scripts, which has to be an owner to write locks. */
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'

let world: PortalWorld
let dana: SignedInBrowser
beforeAll(async () => {
  world = await startPortalWorld()
  dana = await world.portal.signedIn('developer')
  await newIdentity('id-several')
  const admin = await world.portal.signedIn('admin')
  const owner = { scope: `/subscriptions/${development}`, roleId: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' }
  await call(admin, 'POST', `/api/principals/${automation}/role-assignments`, owner)
}, 60_000)
afterAll(() => world.close())

async function newIdentity(identityName: string) {
  const identities = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', identities, { identityName, location: 'westeurope' })
  return { ...parent, identityName }
}

const draft = (name: string, more: CheckedDraft = {}) => ({
  name,
  issuer: 'https://token.actions.githubusercontent.com',
  subject: `repo:octo-org/octo-repo:ref:refs/heads/${name}`,
  audiences: ['api://AzureADTokenExchange'],
  ...more,
})
const drafts = (count: number) => Array.from({ length: count }, (_, index) => draft(`draft-${index + 1}`))

async function ask(wanted: readonly CheckedDraft[], of: object = parent): Promise<SeveralPreflight> {
  const body = { parent: of, drafts: wanted }
  const answer = await call<SeveralPreflight>(dana, 'POST', '/api/preflight/several', body)
  expect([answer.status, answer.body]).toEqual([200, answer.body])
  return answer.body
}

const codes = (causes: SeveralPreflight['causes']) =>
  causes.filter(({ severity }) => severity !== 'info').map(({ code }) => code)
const codesOfEach = (answer: SeveralPreflight) => answer.drafts.map(({ causes }) => codes(causes))

test('twenty drafts cost Azure and GitHub as many questions as one', async () => {
  await ask(drafts(1))
  const forOne = await requestsDuring(world.emulator, () => ask(drafts(1)))
  const forTwenty = await requestsDuring(world.emulator, () => ask(drafts(20)))
  expect(forOne).toContain('arm/list-credentials')
  expect(forTwenty).toEqual(forOne)
})

test('each draft is judged by its own values, not by those of the first', async () => {
  const taken = draft('taken')
  const made = await call(
    dana,
    'POST',
    `/api/identities/mi/${development}/rg-pay-dev/id-several/trusts`,
    taken,
  )
  expect(made.status).toBe(201)
  const answer = await ask([
    draft('free'),
    { ...draft('other-pair'), name: 'TAKEN' },
    { ...taken, name: 'other-name' },
    draft('wrong-case', { subject: 'repo:Octo-Org/octo-repo:ref:refs/heads/main' }),
  ])
  expect(codes(answer.causes)).toEqual([])
  expect(codesOfEach(answer)).toEqual([[], ['name-taken'], ['claims-taken'], ['subject-case']])
})

test('drafts that meet each other are told where the second one stands', async () => {
  const answer = await ask([
    draft('one'),
    { ...draft('two'), name: 'ONE' },
    { ...draft('one'), name: 'three' },
  ])
  expect(codesOfEach(answer)).toEqual([[], ['name-taken'], ['claims-taken']])
})

test('from the draft on that no longer fits, each is told how many do', async () => {
  const answer = await ask(drafts(22), await newIdentity('id-nearly-full'))
  expect(codesOfEach(answer).slice(18)).toEqual([[], [], ['limit-reached'], ['limit-reached']])
  expect(answer.drafts[21]?.causes[0]?.text).toContain('0 trusts are there, so 20 of these fit')
})

test('what stands in the way of all is said once', async () => {
  const lock = `/subscriptions/${development}/resourceGroups/rg-pay-dev/providers/Microsoft.Authorization/locks/keep?api-version=2020-05-01`
  await asAutomation(world.emulator, 'management.azure.com', [
    'PUT',
    lock,
    { properties: { level: 'ReadOnly' } },
  ])
  const answer = await ask(drafts(3))
  await asAutomation(world.emulator, 'management.azure.com', ['DELETE', lock])
  expect(codes(answer.causes)).toEqual(['write-locked'])
  expect(codesOfEach(answer)).toEqual([[], [], []])
})

test('what is common is told for one draft as for many', async () => {
  const answer = await ask([draft('wrong-case', { subject: 'repo:Octo-Org/octo-repo:ref:refs/heads/main' })])
  expect([codes(answer.causes), codesOfEach(answer)]).toEqual([[], [['subject-case']]])
  expect(answer.checked).toContain('github')
})

test.each([0, 41])('%s drafts are refused', async (count) => {
  const body = { parent, drafts: drafts(count) }
  const answer = await call(dana, 'POST', '/api/preflight/several', body)
  expect([answer.status, answer.body.code]).toEqual([400, 'INPUT_REFUSED'])
})
