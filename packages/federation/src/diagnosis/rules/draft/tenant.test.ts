import { expect, test } from 'vitest'
import { entraIssuer, offered, rightTrust, saidOf } from '../../../testing/said.ts'

const [clientId, principalId] = [
  '2a7d9e30-1f4b-4c6d-8a25-e3b7c9d1f046',
  '9be41c07-5d28-4f3a-b6e9-70c8d2a4f153',
]
const knownIdentities = [{ name: 'id-shop', clientId, principalId }]

test('the client ID of a managed identity is told from its principal ID', () => {
  expect(saidOf({ issuer: entraIssuer, subject: clientId }, { knownIdentities })).toEqual(['client-id-kind'])
  expect(offered({ issuer: entraIssuer, subject: clientId }, { knownIdentities })).toBe(principalId)
  expect(saidOf({ issuer: entraIssuer, subject: principalId }, { knownIdentities })).toEqual([])
})

test('a policy of the tenant is told for its own issuer alone', () => {
  const tenantPolicy = { issuer: `${rightTrust.issuer}/`, requiredClaim: 'enterprise', values: ['contoso'] }
  expect(saidOf({}, { tenantPolicy })).toEqual(['claim-required'])
  expect(saidOf({}, { tenantPolicy: { ...tenantPolicy, issuer: 'https://gitlab.com' } })).toEqual([])
})
