import type { Identity } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { matchingIdentities, sortedByName } from './matching.ts'

function identity(identityName: string, resourceGroup: string, location = 'westeurope'): Identity {
  return {
    subscriptionId: '11111111-2222-3333-4444-555555555555',
    resourceGroup,
    identityName,
    resourceId: `/subscriptions/x/${resourceGroup}/${identityName}`,
    location,
    supportsTrusts: true,
    tenantId: 't',
    clientId: 'abcdef00-2222-3333-4444-555555555555',
    principalId: 'p',
  }
}
const all = [
  identity('id-shop', 'rg-shop'),
  identity('id-pay-prod', 'rg-pay'),
  identity('id-pay-dev', 'rg-pay', 'northeurope'),
]

test.each([
  ['', ['id-pay-dev', 'id-pay-prod', 'id-shop']],
  ['   ', ['id-pay-dev', 'id-pay-prod', 'id-shop']],
  ['PAY', ['id-pay-dev', 'id-pay-prod']],
  ['rg-pay north', ['id-pay-dev']],
  ['north rg-pay', ['id-pay-dev']],
  ['abcdef00', ['id-pay-dev', 'id-pay-prod', 'id-shop']],
  ['pay shop', []],
])('%j finds %j', (typed, names) => {
  expect(matchingIdentities(sortedByName(all), typed).map(({ identityName }) => identityName)).toEqual(names)
})

test('the name of its subscription finds an identity, and another subscription does not', () => {
  const far = { ...identity('id-far', 'rg-far'), subscriptionId: 'aaaaaaaa-2222-3333-4444-555555555555' }
  const names = new Map([[far.subscriptionId, 'Fabrikam Production']])
  expect(matchingIdentities([...all, far], 'production', names)).toEqual([far])
  expect(matchingIdentities([...all, far], 'aaaaaaaa', names)).toEqual([far])
})
