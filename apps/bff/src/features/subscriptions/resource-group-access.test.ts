import type { Access, ResourceGroupAccess } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development, restricted, startPortalWorld } from '../../testing/portal-world.ts'

const world = forThisFile(startPortalWorld)

const addressOf = (subscriptionId: string, group: string) =>
  `/api/subscriptions/${subscriptionId}/resource-groups/${group}/access`
const needed = {
  action: 'Microsoft.ManagedIdentity/userAssignedIdentities/write',
  role: 'Managed Identity Contributor',
}

test.each([
  ['reader', false],
  ['developer', true],
] as const)('whether a %s may create an identity in a group is told beforehand', async (role, allowed) => {
  const browser = await world.portal.signedIn(role)
  const { status, body } = await call<ResourceGroupAccess>(
    browser,
    'GET',
    addressOf(development, 'rg-pay-dev'),
  )
  const scope = `/subscriptions/${development}/resourceGroups/rg-pay-dev`
  expect([status, body]).toEqual([200, { createIdentity: { ...needed, allowed, scope } }])
})

test.each([
  ['reader', false],
  ['developer', true],
] as const)(
  'whether a %s may create an identity in a new group is told with the list',
  async (role, allowed) => {
    const browser = await world.portal.signedIn(role)
    const address = `/api/subscriptions/${development}/resource-groups`
    const { body } = await call<{ createIdentity: Access | null }>(browser, 'GET', address)
    expect(body.createIdentity).toEqual({ ...needed, allowed, scope: `/subscriptions/${development}` })
  },
)

test('what is told of a reader is what Azure does', async () => {
  const robin = await world.portal.signedIn('reader')
  const address = `/api/subscriptions/${development}/resource-groups/rg-pay-dev/identities`
  const wanted = { identityName: 'id-not-allowed', location: 'westeurope' }
  const { status, body } = await call(robin, 'POST', address, wanted)
  expect([status, body.code, body.missing?.role]).toEqual([403, 'FORBIDDEN', needed.role])
})

test.each([
  ['a group that is not there', development, 'rg-none', 404, 'NOT_FOUND', 'no resource group'],
  ['a subscription that is hidden', restricted, 'rg-vault', 404, 'NOT_FOUND', 'no such subscription'],
])('the access to %s is refused in words', async (_, subscriptionId, group, status, code, words) => {
  const dana = await world.portal.signedIn('developer')
  const answer = await call(dana, 'GET', addressOf(subscriptionId, group))
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect(answer.body.detail).toContain(words)
})

test.each([
  ['a subscription that is no GUID', addressOf('not-a-guid', 'rg-pay-dev')],
  ['a group that ends with a dot', addressOf(development, 'rg-pay-dev.')],
  ['a group with a blank', addressOf(development, 'rg%20pay')],
])('%s is refused before Azure is asked', async (_, address) => {
  const dana = await world.portal.signedIn('developer')
  const { status, body } = await call(dana, 'GET', address)
  expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
})

test('nobody is told anything without a session', async () => {
  const answer = await world.portal.inject({ method: 'GET', url: addressOf(development, 'rg-pay-dev') })
  expect(answer.statusCode).toBe(401)
})
