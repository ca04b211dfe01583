import type { ActivityPage, Trust } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedInBrowser } from '../../testing/build-test-app.ts'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

const identity = `/api/identities/mi/${development}/rg-pay-dev/id-risks`
let world: PortalWorld
let dana: SignedInBrowser
beforeAll(async () => {
  world = await startPortalWorld()
  dana = await world.portal.signedIn('developer')
  const group = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  await call(dana, 'POST', group, { identityName: 'id-risks', location: 'westeurope' })
}, 60_000)
afterAll(() => world.close())

const issuer = 'https://token.actions.githubusercontent.com'
const audiences = ['api://AzureADTokenExchange']
const right = { issuer, subject: 'repo:contoso/pay:ref:refs/heads/main', audiences }

async function namesStored(): Promise<string[]> {
  const { body } = await call<{ trusts: Trust[] }>(dana, 'GET', `${identity}/trusts`)
  return body.trusts.map(({ name }) => name)
}

test.each([
  ['a hyphen where GitHub writes an underscore', { subject: 'repo:contoso/pay:pull-request' }],
  ['a slash after environment', { subject: 'repo:contoso/pay:environment/production' }],
  ['a branch without refs/heads', { subject: 'repo:contoso/pay:ref:main' }],
  ['a slash behind the issuer', { issuer: `${issuer}/` }],
  ['a wildcard in a subject', { subject: 'repo:contoso/pay:ref:refs/heads/*' }],
])('%s is refused with the cause and the fix, and nothing is stored', async (_, change) => {
  const wanted = { name: 'would-fail', ...right, ...change }
  const { status, body } = await call(dana, 'POST', `${identity}/trusts`, wanted)
  expect([status, body.code]).toEqual([422, 'TRUST_WOULD_FAIL'])
  expect(body.causes?.length).toBeGreaterThan(0)
  expect(body.detail).toContain(body.causes?.[0]?.text ?? 'no cause')
  expect(await namesStored()).not.toContain('would-fail')
})

test('what a person insists on is stored, and the record tells which risk was taken', async () => {
  const wanted = { name: 'insisted', ...right, subject: 'repo:contoso/pay:pull-request' }
  const refused = await call(dana, 'POST', `${identity}/trusts`, wanted)
  const acceptRisks = refused.body.causes?.map(({ code }) => code) ?? []
  const { status } = await call(dana, 'POST', `${identity}/trusts`, { ...wanted, acceptRisks })
  expect(status).toBe(201)
  const { body } = await call<ActivityPage>(dana, 'GET', `${identity}/activity`)
  expect(body.events[0]?.after).toMatchObject({ acceptedRisks: acceptRisks })
})

test('the wrong risk accepted is no risk accepted', async () => {
  const wanted = { name: 'wrong-risk', ...right, subject: 'repo:contoso/pay:pull-request' }
  const answer = await call(dana, 'POST', `${identity}/trusts`, { ...wanted, acceptRisks: ['issuer-slash'] })
  expect(answer.body.code).toBe('TRUST_WOULD_FAIL')
})

test('a change to what would fail is refused as well, and the stored values stay', async () => {
  const made = await call<Trust>(dana, 'POST', `${identity}/trusts`, { name: 'to-change', ...right })
  const change = { ...right, subject: 'repo:contoso/pay:ref:main', fingerprint: made.body.fingerprint }
  const address = `${identity}/trusts/to-change`
  const { body } = await call(dana, 'PUT', address, change)
  expect(body.code).toBe('TRUST_WOULD_FAIL')
  expect((await call<Trust>(dana, 'GET', address)).body.subject).toBe(right.subject)
})

test('a right trust is stored with no risk in its record', async () => {
  const wanted = { name: 'all-right', ...right, subject: 'repo:contoso/pay:ref:refs/heads/next' }
  expect((await call(dana, 'POST', `${identity}/trusts`, wanted)).status).toBe(201)
  const { body } = await call<ActivityPage>(dana, 'GET', `${identity}/activity`)
  expect(body.events[0]?.after).not.toHaveProperty('acceptedRisks')
})

test('a row of a set-up that would fail is refused by its key', async () => {
  const items = [
    {
      key: 'row 1',
      parent: {
        kind: 'managedIdentity',
        subscriptionId: development,
        resourceGroup: 'rg-pay-dev',
        identityName: 'id-risks',
      },
      trusts: [{ name: 'row-would-fail', ...right, subject: 'repo:contoso/pay:pull-request' }],
      roles: [],
    },
  ]
  const { body } = await call(dana, 'POST', '/api/set-up/runs', { items })
  expect(body.code).toBe('SET_UP_ROWS_REFUSED')
  expect(body.rows?.[0]?.problems[0]?.path).toBe('trusts.0.subject')
})
