import { expect, test } from 'vitest'
import { rawWarnings } from '../../features/trusts/raw-warnings.ts'
import { checkStored } from './stored-check.ts'
import { sampleTrust } from '../testing/sample-trust.ts'
import { trustChangeSchema } from '../../features/trusts/trust-change.ts'

const audience = 'api://AzureADTokenExchange'
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

test('raw strings that would never match are refused at their field', () => {
  const values = { issuer: aksWithoutSlash, subject: 'system:serviceaccount:shop:api', audience }
  expect(rawWarnings(values).map(({ severity }) => severity)).toContain('block')
  const form = { ...values, expression: '', description: '' }
  const result = trustChangeSchema('classic', 'public').safeParse(form)
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual(['issuer'])
})

test('half-typed strings are not judged', () => {
  expect(rawWarnings({ issuer: '', subject: 'repo:*', audience })).toEqual([])
})
