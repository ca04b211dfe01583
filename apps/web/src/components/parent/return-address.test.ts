import { expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

const identity = {
  kind: 'managedIdentity',
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  resourceGroup: 'rg-pay',
  identityName: 'id-pay-prod',
} as const
const application = { kind: 'application', appId: 'cccccccc-1111-2222-3333-444444444444' } as const
const chosen = `subscription=${identity.subscriptionId}&group=rg-pay&identity=id-pay-prod`

test('the form of a new trust is returned to with the identity chosen and the rest kept', () => {
  expect(returnAddress('/new/form?preset=kubernetes&issuer=https://contoso.example/', identity)).toBe(
    `/new/form?preset=kubernetes&issuer=https://contoso.example/&${chosen}`,
  )
})

test('an identity chosen before is replaced, not added to', () => {
  const address = returnAddress('/new/form?identity=id-old&group=rg-old&subscription=x', identity)
  expect(new URLSearchParams(address.split('?')[1]).getAll('identity')).toEqual(['id-pay-prod'])
})

test.each(['/new/form', '/new/pattern'])(
  '%s is returned to with an application in place of an identity',
  (form) => {
    expect(returnAddress(`${form}?${chosen}&parent=application&preset=gitlab`, application)).toBe(
      `${form}?preset=gitlab&application=${application.appId}`,
    )
  },
)

test('an application that nobody asked for leads to its own page', () => {
  expect(returnAddress('/trusts', application)).toBe(`/identities/app/${application.appId}?created=1`)
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
