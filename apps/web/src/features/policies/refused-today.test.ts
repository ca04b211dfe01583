import { expect, test } from 'vitest'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import { toTrustRow } from '../../components/inventory/trust-row.ts'
import { refusedToday } from './refused-today.ts'

const trust = sampleTrust()
const row = toTrustRow({
  revision: 1,
  key: trust.resourceId.toLowerCase(),
  parentKey:
    '/subscriptions/11111111-2222-4333-8444-555555555555/resourcegroups/rg-pay/providers/microsoft.managedidentity/userassignedidentities/id-pay',
  readAt: '2026-11-22T12:00:00Z',
  trust,
  subscriptionName: 'Development',
  location: 'westeurope',
})
const rows = [row, { ...row, key: 'other', trust: { ...trust, name: 'gh-other' } }]

test('a trust that several rules refuse counts once, and under each of them', () => {
  const refused = refusedToday(
    [
      { id: 'names', title: 'Names', names: ['gh-*'] },
      { id: 'issuers', title: 'Issuers', allowedIssuers: ['https://issuer.contoso.com'] },
      { id: 'free', title: 'Free' },
    ],
    rows,
  )
  expect(refused).toMatchObject({
    trusts: 2,
    refused: 2,
    byPolicy: [
      { policyId: 'names', count: trust.name.startsWith('gh-') ? 0 : 1 },
      { policyId: 'issuers', count: 2 },
      { policyId: 'free', count: 0 },
    ],
  })
})

test.each([
  ['/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-pay', 2],
  ['/subscriptions/11111111-2222-4333-8444-555555555555/resourceGroups/rg-pay-other', 0],
])('a rule for %s refuses %i of them', (scope, count) => {
  const policy = { id: 'scoped', title: 'Scoped', scopes: [scope], names: ['never'] }
  expect(refusedToday([policy], rows).refused).toBe(count)
})
