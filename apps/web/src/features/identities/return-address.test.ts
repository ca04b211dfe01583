import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

const identity = {
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay-prod',
}
const chosen = `subscription=${identity.subscriptionId}&group=rg-pay&identity=id-pay-prod`

test('the form of a new trust is returned to with the identity chosen and the rest kept', () => {
  expect(returnAddress('/new?preset=kubernetes&issuer=https://contoso.example/', identity)).toBe(
    `/new?preset=kubernetes&issuer=https://contoso.example/&${chosen}`,
  )
})

test('an identity chosen before is replaced, not added to', () => {
  const address = returnAddress('/new?identity=id-old&group=rg-old&subscription=x', identity)
  expect(new URLSearchParams(address.split('?')[1]).getAll('identity')).toEqual(['id-pay-prod'])
})

test.each([
  [undefined],
  ['/'],
  ['/trusts'],
  ['//fabrikam.example/new'],
  ['https://fabrikam.example/new'],
  ['/new/../..//fabrikam.example'],
  ['javascript:alert(1)'],
])('%j leads to the identity itself', (returnTo) => {
  expect(returnAddress(returnTo, identity)).toBe(
    `/identities/mi/${identity.subscriptionId}/rg-pay/id-pay-prod?created=1`,
  )
})
