import { expect, test } from 'vitest'
import { parentSearch } from '../../paths.ts'
import { parentOfSearch } from './parent-of-search.ts'

const identity = {
  kind: 'managedIdentity',
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay',
} as const
const application = { kind: 'application', appId: 'cccccccc-1111-2222-3333-444444444444' } as const

test.each([identity, application])('what an address says of a $kind is read back from it', (parent) => {
  expect(parentOfSearch(parentSearch(parent))).toMatchObject({ parent, side: parent.kind })
})

test.each([
  ['nothing', {}],
  ['half an identity', { subscription: identity.subscriptionId, group: 'rg-pay' }],
  ['an application that is no GUID', { application: 'pay-api' }],
  ['a subscription that is no GUID', { subscription: 'pay', group: 'rg-pay', identity: 'id-pay' }],
  ['a group with a slash', { subscription: identity.subscriptionId, group: 'a/b', identity: 'id-pay' }],
  ['values that are no text', { application: 5, group: ['x'] }],
])('%s in the address chooses nothing', (_, search) => {
  expect(parentOfSearch(search).parent).toBeNull()
})

test('the open side stands in the address until something is chosen', () => {
  expect(parentOfSearch({ parent: 'application' }).side).toBe('application')
  expect(parentOfSearch({ parent: 'elsewhere' }).side).toBe('managedIdentity')
  expect(parentOfSearch({ ...parentSearch(identity), parent: 'application' }).side).toBe('managedIdentity')
})
