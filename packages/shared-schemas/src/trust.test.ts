import { expect, test } from 'vitest'
import { ProofRequest } from './proof.ts'
import { AnyApplicationTrustChange, AnyNewTrust, NewTrust, Trust, TrustChange } from './trust.ts'

const draft = {
  name: 'gh-pay-api-production',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/pay-api:environment:production',
  audiences: ['api://AzureADTokenExchange'],
}

const stored = {
  ...draft,
  parent: {
    kind: 'managedIdentity',
    subscriptionId: '11111111-2222-3333-4444-555555555555',
    resourceGroup: 'rg-pay',
    identityName: 'id-pay-api',
  },
  resourceId: '/subscriptions/1',
  oddities: [],
  fingerprint: 'f',
  createdAt: null,
  firstSeenAt: null,
  seen: null,
}

test.each([
  { subject: null },
  { audiences: [] },
  { audiences: ['a', 'b'] },
  { issuer: ' https://token.actions.githubusercontent.com' },
  { name: 'x' },
  { description: 'text' },
  { issuer: undefined },
])('refuses to store a trust with %j', (change) => {
  expect(NewTrust.safeParse(draft).success).toBe(true)
  expect(NewTrust.safeParse({ ...draft, ...change }).success).toBe(false)
})

const { subject: _, ...pattern } = { ...draft, expression: "claims['sub'] eq 'x'" }

test.each([
  { subject: 'x' },
  { subject: null },
  { expression: null },
  { expression: '' },
  { expression: 'x'.repeat(4001) },
  { expression: undefined },
  { description: 'text' },
])('refuses to store a trust with a pattern and %j', (change) => {
  expect(AnyNewTrust.safeParse(pattern).success).toBe(true)
  expect(AnyNewTrust.safeParse({ ...pattern, ...change }).success).toBe(false)
})

test('a change of an application keeps subject and pattern apart, and fills a free name without a fingerprint', () => {
  const { name: __, ...values } = pattern
  const change = { ...values, fingerprint: null, description: null }
  expect(AnyApplicationTrustChange.safeParse(change).success).toBe(true)
  expect(AnyApplicationTrustChange.safeParse({ ...change, subject: 'x' }).success).toBe(false)
  expect(AnyApplicationTrustChange.safeParse({ ...change, fingerprint: undefined }).success).toBe(false)
})

test.each([
  { subject: null },
  { audiences: [] },
  { audiences: ['a', ' b'] },
  { issuer: ' http://x ' },
  { name: '' },
])('shows a stored trust although it has %j', (change) => {
  expect(Trust.safeParse({ ...stored, ...change }).success).toBe(true)
})

test.each([{ fingerprint: '' }, { fingerprint: undefined }, { name: 'new-name' }])(
  'refuses to change a trust with %j',
  (change) => {
    const { issuer, subject, audiences } = draft
    const whole = { issuer, subject, audiences, fingerprint: 'f' }
    expect(TrustChange.safeParse(whole).success).toBe(true)
    expect(TrustChange.safeParse({ ...whole, ...change }).success).toBe(false)
  },
)

test.each(['', 'a.b', 'a.b.c.d.e', '"a.b.c"', 'a.b.c\n', 'a b.c.d', `${'a'.repeat(16_381)}.b.c`])(
  'refuses the token %j',
  (token) => {
    expect(ProofRequest.safeParse({ token: 'a.b.c' }).success).toBe(true)
    expect(ProofRequest.safeParse({ token }).success).toBe(false)
  },
)
