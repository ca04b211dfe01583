import { expect, test } from 'vitest'
import { readTarget, targetName, valueChanges } from './activity-words.ts'

const identityId =
  '/subscriptions/11111111-2222-3333-4444-555555555555/resourcegroups/rg-pay/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-prod'
const trustId = `${identityId}/federatedIdentityCredentials/gh-pay-api-prod`

test('a trust is named by the last part of its resource ID, in whatever case ARM wrote the fixed words', () => {
  expect(targetName({ operation: 'trust.create', target: trustId })).toBe('gh-pay-api-prod')
  expect(readTarget(trustId.replace('resourcegroups', 'resourceGroups'))).toEqual({
    subscriptionId: '11111111-2222-3333-4444-555555555555',
    resourceGroup: 'rg-pay',
    identityName: 'id-pay-prod',
    trustName: 'gh-pay-api-prod',
  })
  expect(targetName({ operation: 'identity.create', target: identityId })).toBe('id-pay-prod')
})

test('a target that is no resource ID stands as it is, and a session has none', () => {
  expect(targetName({ operation: 'trust.delete', target: 'something else' })).toBe('something else')
  expect(targetName({ operation: 'session.sign-in', target: '/tenants/x' })).toBeNull()
})

test('values that were added, taken away or of an odd type are all shown', () => {
  expect(
    valueChanges({
      before: { subject: 'a', audiences: ['one', 'two'], gone: null },
      after: { subject: 'b', issuer: 'https://x', odd: { deep: 1 } },
    }),
  ).toEqual([
    { name: 'audiences', before: 'one, two', after: null },
    { name: 'gone', before: null, after: null },
    { name: 'issuer', before: null, after: 'https://x' },
    { name: 'odd', before: null, after: '{"deep":1}' },
    { name: 'subject', before: 'a', after: 'b' },
  ])
})
