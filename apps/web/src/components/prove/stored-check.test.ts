import { expect, test } from 'vitest'
import { checkStored } from './stored-check.ts'
import { sampleTrust } from '../testing/sample-trust.ts'

const aksWithoutSlash =
  'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000'

test('a trust that follows its platform is checked', () => {
  expect(checkStored(sampleTrust())).toMatchObject({ platform: 'GitHub Actions', passed: true })
})

test.each([
  ['no subject', { subject: null }],
  ['no audience', { audiences: [] }],
  ['an oddity', { oddities: ['outer-white-space' as const] }],
  ['a wildcard', { subject: 'repo:contoso/pay-api:ref:refs/heads/*' }],
  ['an AKS issuer without its slash', { issuer: aksWithoutSlash, subject: 'system:serviceaccount:shop:api' }],
])('%s is never called checked', (_, parts) => {
  expect(checkStored(sampleTrust(parts)).passed).toBe(false)
})

test('why a stored trust cannot match is among its causes', () => {
  const parts = { issuer: aksWithoutSlash, subject: 'system:serviceaccount:shop:api' }
  expect(checkStored(sampleTrust(parts)).causes[0]).toMatchObject({ family: 'issuer', severity: 'block' })
})
