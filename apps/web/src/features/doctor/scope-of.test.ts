import type { Identity, TrustParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import { tenantTrust } from './scope.ts'
import { scopeOf } from './scope-of.ts'
import { finish } from '../../lib/slices.ts'

const place = { subscriptionId: '3d5a7c10-0001-4e2b-9a3e-2b7c5d4e6f10', resourceGroup: 'rg-pay' }
const parentOf = (identityName: string): TrustParent => ({ kind: 'managedIdentity', ...place, identityName })
const clientIds = {
  pay: 'cccccccc-1111-2222-3333-444444444441',
  shop: 'cccccccc-1111-2222-3333-444444444442',
}
const appId = 'aaaaaaaa-1111-2222-3333-444444444441'

const identities = Object.entries(clientIds).map(([identityName, clientId]): Identity => ({
  ...place,
  identityName,
  clientId,
  resourceId: `/${identityName}`,
  location: 'westeurope',
  tenantId: '8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10',
  principalId: `dddddddd-1111-2222-3333-44444444444${clientId.at(-1) ?? ''}`,
  supportsTrusts: true,
}))
const trusts = [parentOf('pay'), parentOf('shop'), { kind: 'application', appId } as const].map(
  (parent, at) => tenantTrust(sampleTrust({ parent, name: `t-${at}` }), `of ${at}`),
)

function scopeFor(text: string, asked: TrustParent | null = null) {
  const { parent, trusts: own } = finish(scopeOf({ trusts, identities }, { asked, text, claims: [] }))
  return { parent, own: own?.map(({ name }) => name) }
}

test.each([
  ['two identities', `${clientIds.pay} and ${clientIds.shop}`],
  ['an identity and an application', `${clientIds.pay} and ${appId}`],
  ['an ID of nobody', 'eeeeeeee-1111-2222-3333-444444444441'],
  ['half an ID', clientIds.pay.slice(0, -1)],
  ['no ID', 'AADSTS700213'],
])('a text with %s chooses nobody: every trust is compared', (_, text) => {
  expect(scopeFor(text)).toEqual({ parent: null, own: ['t-0', 't-1', 't-2'] })
})

test.each([
  ['an identity', clientIds.shop, 't-1', clientIds.shop],
  ['an identity in capitals', clientIds.shop.toUpperCase(), 't-1', clientIds.shop],
  ['an application', appId, 't-2', appId],
])('the client ID of %s chooses it, and says that the text did', (_, id, name, clientId) => {
  const { parent, own } = scopeFor(`client_id: ${id}`)
  expect(own).toEqual([name])
  expect(parent).toMatchObject({ isNamed: true, clientId })
})

test('who was chosen is compared, whomever the text names, and is not called named', () => {
  const { parent, own } = scopeFor(clientIds.shop, parentOf('PAY'))
  expect(own).toEqual(['t-0'])
  expect(parent).toMatchObject({ isNamed: false, clientId: clientIds.pay, name: 'of 0' })
})

test('the trusts of the others stay at hand, by whose they are', () => {
  const { others } = finish(scopeOf({ trusts, identities }, { asked: parentOf('pay'), text: '', claims: [] }))
  expect(others.map(({ clientId, trusts: list }) => [clientId, list.map(({ name }) => name)])).toEqual([
    [clientIds.shop, ['t-1']],
    [appId, ['t-2']],
  ])
})
