import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'

const live = {
  LIVE: '1',
  LIVE_TENANT_ID: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
  LIVE_SUBSCRIPTION_ID: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  LIVE_CLIENT_ID: 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c01',
  LIVE_CLIENT_SECRET: 'contoso-secret',
  LIVE_RESOURCE_GROUP: 'rg-judges',
}

test('without variables the emulator is the target', () => {
  expect(readEnvironment({})).toMatchObject({ live: undefined, transcript: false })
})

test('LIVE=1 with everything said aims at that tenant', () => {
  expect(readEnvironment(live).live).toEqual({
    tenantId: live.LIVE_TENANT_ID,
    subscriptionId: live.LIVE_SUBSCRIPTION_ID,
    clientId: live.LIVE_CLIENT_ID,
    clientSecret: 'contoso-secret',
    resourceGroup: 'rg-judges',
    location: 'westeurope',
  })
})

test('LIVE=1 alone names every variable that is missing', () => {
  expect(() => readEnvironment({ LIVE: '1' })).toThrow(
    'LIVE=1 aims the judges at a real tenant. Wrong configuration: LIVE_TENANT_ID is missing; LIVE_SUBSCRIPTION_ID is missing; LIVE_CLIENT_ID is missing; LIVE_CLIENT_SECRET is missing; LIVE_RESOURCE_GROUP is missing.',
  )
})

test.for([
  ['LIVE_CLIENT_SECRET', '', 'LIVE_CLIENT_SECRET is missing'],
  ['LIVE_TENANT_ID', 'contoso', 'LIVE_TENANT_ID must be a GUID'],
  ['LIVE_RESOURCE_GROUP', 'rg/judges', 'LIVE_RESOURCE_GROUP must be the name of a resource group'],
  ['LIVE', 'yes', 'LIVE must be 1 or unset'],
  ['TRANSCRIPT', 'yes', 'TRANSCRIPT must be 1 or unset'],
] as const)('%s = "%s" is refused', ([name, value, sentence]) => {
  expect(() => readEnvironment({ ...live, [name]: value })).toThrow(sentence)
})
