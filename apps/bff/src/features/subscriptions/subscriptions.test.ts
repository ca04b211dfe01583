import type {
  Access,
  ActivityPage,
  Identity,
  IdentityDetail,
  Location,
  ResourceGroup,
  Subscription,
} from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development, restricted, startPortalWorld } from '../../testing/portal-world.ts'

const world = forThisFile(startPortalWorld)

const groups = `/api/subscriptions/${development}/resource-groups`

test('each person sees the subscriptions that Azure shows them', async () => {
  const namesOf = async (role: 'developer' | 'admin') => {
    const browser = await world.portal.signedIn(role)
    const { body } = await call<{ subscriptions: Subscription[] }>(browser, 'GET', '/api/subscriptions')
    return body.subscriptions.map(({ displayName }) => displayName)
  }
  expect(await namesOf('developer')).toEqual(['Contoso Development'])
  expect(await namesOf('admin')).toHaveLength(3)
})

test('regions without trusts are marked, with the date of the list', async () => {
  const dana = await world.portal.signedIn('developer')
  const address = `/api/subscriptions/${development}/locations`
  const { body } = await call<{ locations: Location[]; supportAsOf: string }>(dana, 'GET', address)
  const without = body.locations.filter(({ supportsTrusts }) => !supportsTrusts).map(({ name }) => name)
  expect(without.toSorted()).toEqual(['malaysiasouth', 'newzealandnorth'])
  expect(body.supportAsOf).toBe('2026-11-01')
})

test.each([
  ['locations', restricted],
  ['resource-groups', restricted],
  ['identities', restricted],
  ['identities', '11111111-2222-4333-8444-555555555555'],
])('the %s of a subscription that the person may not see are not found', async (what, subscriptionId) => {
  const dana = await world.portal.signedIn('developer')
  const { status, body } = await call(dana, 'GET', `/api/subscriptions/${subscriptionId}/${what}`)
  expect([status, body.code]).toEqual([404, 'NOT_FOUND'])
  expect(body.detail).toContain('no such subscription')
})

test('whether a person may create a resource group is told from their roles', async () => {
  const accessOf = async (role: 'developer' | 'reader') => {
    const browser = await world.portal.signedIn(role)
    return (await call<{ create: Access | null }>(browser, 'GET', groups)).body.create
  }
  expect(await accessOf('developer')).toMatchObject({ allowed: true, role: 'Contributor' })
  expect(await accessOf('reader')).toMatchObject({ allowed: false, role: 'Contributor' })
})

test('a resource group is created once; an existing one is refused in any case of letters', async () => {
  const dana = await world.portal.signedIn('developer')
  const wanted = { name: 'rg-new', location: 'westeurope' }
  const first = await call<ResourceGroup>(dana, 'POST', groups, wanted)
  expect([first.status, first.body]).toEqual([201, { ...wanted, subscriptionId: development }])
  for (const name of ['rg-new', 'RG-NEW', 'rg-pay-dev']) {
    const { status, body } = await call(dana, 'POST', groups, { ...wanted, name, location: 'northeurope' })
    expect([status, body.code]).toEqual([409, 'RESOURCE_GROUP_EXISTS'])
  }
})

test('an identity is created once, and read with what the person may do', async () => {
  const dana = await world.portal.signedIn('developer')
  const wanted = { identityName: 'id-new', location: 'westeurope' }
  const first = await call<Identity>(dana, 'POST', `${groups}/rg-pay-dev/identities`, wanted)
  expect([first.status, first.body.supportsTrusts]).toEqual([201, true])
  expect(first.body.clientId).toMatch(/^[0-9a-f-]{36}$/)
  const second = await call(dana, 'POST', `${groups}/rg-pay-dev/identities`, wanted)
  expect([second.status, second.body.code]).toEqual([409, 'IDENTITY_EXISTS'])
  const address = `/api/identities/mi/${development}/rg-pay-dev/id-new`
  const { body } = await call<IdentityDetail>(dana, 'GET', address)
  expect(body.identity).toEqual(first.body)
  expect([body.trustWrite.allowed, body.trustDelete.allowed]).toEqual([true, true])
  const events = (await call<ActivityPage>(dana, 'GET', `${address}/activity`)).body.events
  expect(events.map(({ outcome, problemCode }) => [outcome, problemCode])).toEqual([
    ['refused', 'IDENTITY_EXISTS'],
    ['succeeded', null],
  ])
})

test('a reader is told the missing role beforehand', async () => {
  const robin = await world.portal.signedIn('reader')
  const address = `/api/identities/mi/${development}/rg-pay-dev/id-pay-deploy-dev`
  const { body } = await call<IdentityDetail>(robin, 'GET', address)
  expect(body.trustWrite).toMatchObject({ allowed: false, role: 'Managed Identity Contributor' })
  expect(body.trustDelete.allowed).toBe(false)
})

test.each([
  ['a group that is not there', 'rg-none', 'id-x', 'NOT_FOUND', 'no resource group'],
  ['an identity that is not there', 'rg-pay-dev', 'id-none', 'NOT_FOUND', 'no identity'],
])('%s is said in words', async (_, resourceGroup, identityName, code, words) => {
  const dana = await world.portal.signedIn('developer')
  const address = `/api/identities/mi/${development}/${resourceGroup}/${identityName}`
  const { body } = await call(dana, 'GET', address)
  expect([body.code, body.detail.includes(words)]).toEqual([code, true])
})

test('an identity in a group that is not there is refused, and audited', async () => {
  const dana = await world.portal.signedIn('developer')
  const wanted = { identityName: 'id-lost', location: 'westeurope' }
  const { body } = await call(dana, 'POST', `${groups}/rg-none/identities`, wanted)
  expect([body.code, body.detail.includes('no resource group')]).toEqual(['NOT_FOUND', true])
  const { body: page } = await call<ActivityPage>(dana, 'GET', '/api/activity')
  expect(page.events[0]).toMatchObject({
    operation: 'identity.create',
    outcome: 'refused',
    problemCode: 'NOT_FOUND',
  })
})
