import { expect, test } from 'vitest'
import { toTrustRow } from '../../components/inventory/trust-row.ts'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import { storedChoices, withLine } from './policy-choices.ts'

const trust = sampleTrust()
const rowOf = (change: object) =>
  toTrustRow({
    revision: 1,
    key: trust.resourceId.toLowerCase(),
    parentKey: 'parent',
    readAt: '2026-11-22T12:00:00Z',
    trust: { ...trust, ...change },
    subscriptionName: 'Development',
    location: 'westeurope',
  })
const github = 'https://token.actions.githubusercontent.com'
const rows = [
  rowOf({ issuer: github, subject: 'repo:contoso/pay:environment:prod' }),
  rowOf({ issuer: github, subject: 'repo:contoso@123/pay@456:ref:refs/heads/main' }),
  rowOf({ issuer: github, subject: 'repo:octo-org/shop:pull_request' }),
  rowOf({ issuer: 'https://gitlab.contoso.com', subject: 'repo:fabrikam/app:x' }),
  rowOf({ issuer: github, subject: null, expression: "claims['sub'] matches 'repo:x/*'" }),
]

test('owners are those of trusts at GitHub alone, the most frequent first, with and without their IDs', () => {
  expect(storedChoices('allowedOwners', rows)).toEqual([
    { value: 'contoso', label: 'contoso', detail: '2 trusts' },
    { value: 'octo-org', label: 'octo-org', detail: '1 trust' },
  ])
})

test('issuers and scopes are those that stored trusts have', () => {
  expect(storedChoices('allowedIssuers', rows).map(({ value }) => value)).toEqual([
    github,
    'https://gitlab.contoso.com',
  ])
  expect(storedChoices('scopes', rows).map(({ value }) => value)).toContainEqual(
    expect.stringMatching(/^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/),
  )
})

test.each([
  ['', 'a', 'a'],
  ['a\n', 'b', 'a\nb'],
  ['a\nB', 'b', 'a\nB'],
])('%j with %s is %j', (text, value, expected) => expect(withLine(text, value)).toBe(expected))
