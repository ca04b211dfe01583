import { expect, test } from 'vitest'
import {
  doorWords,
  operationWords,
  readTarget,
  targetName,
  valueChanges,
  parentOf,
  trustOf,
} from './activity-words.ts'

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
    appId: null,
  })
  expect(targetName({ operation: 'identity.create', target: identityId })).toBe('id-pay-prod')
})

test('a target that is no resource ID stands as it is, and a session has none', () => {
  expect(targetName({ operation: 'trust.delete', target: 'something else' })).toBe('something else')
  expect(targetName({ operation: 'session.sign-in', target: '/tenants/x' })).toBeNull()
})

const appId = '22222222-3333-4444-8555-666666666666'
const assignment = (scope: string) => `${scope}/providers/Microsoft.Authorization/roleAssignments/${appId}`

test.each([
  ['trust.create', `/applications/${appId}/federatedIdentityCredentials/gh`, null, 'gh'],
  ['trust.delete', `/applications/${appId}`, null, appId],
  ['application.create', '/applications', { displayName: 'Pay API' }, 'Pay API'],
  ['application.create', '/applications', null, '/applications'],
  ['application.create', `/applications/${appId}/servicePrincipal`, { appId }, appId],
  ['role-assignment.create', assignment('/subscriptions/s/resourceGroups/rg-pay'), null, 'rg-pay'],
  ['role-assignment.delete', assignment(identityId), null, 'id-pay-prod'],
  ['role-assignment.create', assignment('/subscriptions/s'), null, 's'],
  ['role-assignment.create', assignment(''), null, '/'],
] as const)('%s of %s with %j is named %s', (operation, target, after, name) => {
  expect(targetName({ operation, target, after })).toBe(name)
})

test('a service principal is made, not registered', () => {
  const operation = 'application.create'
  expect(operationWords({ operation, target: `/applications/${appId}/servicePrincipal` })).toBe(
    'Make the service principal of',
  )
  expect(operationWords({ operation, target: `/applications/${appId}` })).toBe('Register application')
})

test('a resource of ARM below something called applications is no application', () => {
  expect(readTarget('/subscriptions/s/resourceGroups/rg/providers/Contoso.X/applications/a').appId).toBeNull()
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

test.each([
  ['/applications/a-1/federatedIdentityCredentials/gh-pay', { kind: 'application', appId: 'a-1' }],
  ['/subscriptions/s/resourceGroups/rg', null],
  ['/applications', null],
  ['', null],
])('the parent of %j is %j', (target, parent) => {
  expect(parentOf(readTarget(target))).toEqual(parent)
})

test('what was stored is read from an action, a pattern as well', () => {
  const values = { issuer: 'https://a', expression: "claims['sub'] eq 'x'" }
  expect(trustOf({ before: null, after: values })).toEqual({ ...values, subject: null })
  expect(trustOf({ before: { issuer: 5 }, after: null })).toBeNull()
})

test.each([
  ['bearer', 'by script or frame'],
  ['cookie', null],
  [null, null],
] as const)('whoever came by %j is told as %j', (door, words) => {
  expect(doorWords({ door })).toBe(words)
})
