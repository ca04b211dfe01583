import type { Identity } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { matchingIdentities } from './matching-identities.ts'

function identity(identityName: string, resourceGroup = 'rg-pay', subscriptionId = 's1'): Identity {
  return {
    identityName,
    resourceGroup,
    subscriptionId,
    resourceId: `${subscriptionId}/${resourceGroup}/${identityName}`,
    location: 'westeurope',
    supportsTrusts: true,
    tenantId: 't',
    clientId: `client-${identityName}`,
    principalId: 'p',
  }
}

const all = [identity('id-shop'), identity('id-pay', 'rg-shop', 's2'), identity('shop-runner', 'rg-x', 's2')]
const find = (typed: string, subscriptionId: string | null = null) =>
  matchingIdentities(all, { typed, subscriptionId, subscriptionName: (id) => `Contoso ${id}` }).shown.map(
    ({ identityName }) => identityName,
  )

test.each([
  ['', ['id-pay', 'id-shop', 'shop-runner']],
  ['shop', ['shop-runner', 'id-pay', 'id-shop']],
  ['RG-SHOP', ['id-pay']],
  ['contoso s2', ['id-pay', 'shop-runner']],
  ['client-id-shop', ['id-shop']],
  ['shop nothing', []],
])('typing %j finds %j', (typed, names) => {
  expect(find(typed)).toEqual(names)
})

test('identities of the subscription in the address come first', () => {
  expect(find('', 's2')).toEqual(['id-pay', 'shop-runner', 'id-shop'])
})

test('of many the first hundred are shown and the others counted', () => {
  const many = Array.from({ length: 130 }, (_, at) => identity(`id-${at}`))
  const found = matchingIdentities(many, { typed: '', subscriptionId: null, subscriptionName: () => '' })
  expect([found.shown.length, found.left]).toEqual([100, 30])
})
