import { expect, test } from 'vitest'
import { entraIssuer, rightTrust } from '../../../testing/said.ts'
import { saidOfWrite } from '../../../testing/said-of-write.ts'

const at = (seconds: number) => ({
  parentCreatedAt: '2026-08-03T10:00:00Z',
  now: new Date(Date.UTC(2026, 7, 3, 10, 0, seconds)).toISOString(),
})
const missing = {
  status: 404,
  code: 'ParentResourceNotFound',
  message: "The parent user-assigned identity doesn't exist.",
}

test.each([
  [{ locks: ['ReadOnly'] }, 'create', 'write-locked'],
  [{ locks: [{ level: 'CanNotDelete', name: 'keep' }] }, 'delete', 'write-locked'],
  [{ ...at(8), upstream: missing }, 'create', 'parent-not-visible'],
  [
    { ...at(8), upstream: { ...missing, code: 'ResourceNotFound', message: '' } },
    'create',
    'parent-not-visible',
  ],
  [{ ...at(3600), upstream: missing }, 'create', 'parent-missing'],
])('%j is in the way of a %s', (context, operation, code) => {
  expect(saidOfWrite(context, { operation })).toEqual([code])
})

test.each([
  [{ locks: ['CanNotDelete'] }, 'create'],
  [at(8), 'create'],
])('%j is not in the way of a %s', (context, operation) => {
  expect(saidOfWrite(context, { operation })).toEqual([])
})

test('a new parent does not explain another answer', () => {
  expect(saidOfWrite({ ...at(8), upstream: { status: 429 } })).toEqual(['throttled'])
})

test.each([
  ['AzureADMultipleOrgs', entraIssuer, ['app-multi-tenant']],
  ['AzureADMyOrg', entraIssuer, []],
  ['AzureADMultipleOrgs', rightTrust.issuer, []],
])('an application for %s with the issuer %s says %j', (signInAudience, issuer, codes) => {
  const subject = issuer === entraIssuer ? '9be41c07-5d28-4f3a-b6e9-70c8d2a4f153' : rightTrust.subject
  const change = { parentKind: 'application', draft: { ...rightTrust, issuer, subject } } as const
  expect(saidOfWrite({ signInAudience }, change)).toEqual(codes)
})
