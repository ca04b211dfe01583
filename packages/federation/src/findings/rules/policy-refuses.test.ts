import { expect, test } from 'vitest'
import { known, unknown } from '../facts/fact.ts'
import { policyRefusals } from '../policy-refusals.ts'
import type { FindingPolicy } from '../settings.ts'
import { type Change, findingOf, gapsOf, saidOf } from '../testing/one-tenant.ts'

const hit = ['policy-refuses medium']
const group = '/subscriptions/s/resourceGroups/rg-shop'

function under(policy: Partial<FindingPolicy>, change: Change = {}): Change {
  return {
    ...change,
    settings: { allowedIssuers: ['*'], policies: [{ id: 'p', title: 'Our rule', ...policy }] },
  }
}

test.each<[string, Change, readonly string[]]>([
  ['another issuer', under({ allowedIssuers: ['https://gitlab.com'] }), hit],
  ['an allowed issuer', under({ allowedIssuers: ['https://token.actions.githubusercontent.com'] }), []],
  ['another owner', under({ allowedOwners: ['fabrikam'] }), hit],
  ['an allowed owner in other letters', under({ allowedOwners: ['Octo-Org'] }), []],
  [
    'pull requests',
    under({ forbidden: ['pull-request'] }, { trust: { subject: 'repo:octo-org@1/shop@2:pull_request' } }),
    hit,
  ],
  [
    'an environment of that name',
    under(
      { forbidden: ['pull-request'] },
      {
        trust: { subject: 'repo:octo-org@1/shop@2:environment:pull_request' },
        repository: { environments: ['pull_request'] },
      },
    ),
    [],
  ],
  ['IDs', under({ forbidden: ['name-based'] }), []],
  ['a forbidden subject', under({ forbiddenSubjects: ['repo:octo-org*'] }), hit],
  ['a name of another form', under({ names: ['gh-*', 'aks-*'] }), hit],
  ['a name of the form', under({ names: ['github-*'] }), []],
  ['a policy for applications', under({ names: ['gh-*'], parentKinds: ['application'] }), []],
  ['a policy for its group', under({ names: ['gh-*'], scopes: [`${group.toUpperCase()}/`] }), hit],
  [
    'a policy for a group whose name starts the same',
    under({ names: ['gh-*'], scopes: [group.slice(0, -2)] }),
    [],
  ],
])('policies of the portal: %s', (_case, change, said) => {
  expect(saidOf(change)).toEqual(said)
})

test('names and patterns are refused where IDs are asked for', () => {
  const names = under(
    { forbidden: ['name-based'] },
    { trust: { subject: 'repo:octo-org/shop:environment:production' } },
  )
  expect(saidOf(names)).toEqual(['policy-refuses medium', 'id-migration-due medium'])
  const expression =
    "claims['sub'] matches 'repo:octo-org/shop:environment:p*' and claims['repository_id'] eq '2'"
  expect(saidOf(under({ forbidden: ['pattern'] }, { trust: { subject: null, expression } }))).toEqual(hit)
})

test('the finding names every rule that refuses, and whom to ask', () => {
  const change = under({ names: ['gh-*'], allowedOwners: ['fabrikam'], contact: 'platform@contoso.com' })
  const { text, evidence, fix } = findingOf('policy-refuses', change)
  expect([text, evidence, fix.text]).toEqual([
    'It would be refused today: the owner octo-org at GitHub is not allowed.',
    'Our rule: the owner octo-org at GitHub is not allowed · Our rule: the name github-production has not the form gh-*',
    'Use a repository of an allowed owner, or ask platform@contoso.com.',
  ])
})

const issuerTypes = '2571b7c3-3056-4a61-b00a-9bc5232234f5'
const assigned = (effect: string) => known([{ id: issuerTypes, effect, parameters: {} }])

test.each([
  ['denies', { azurePolicies: assigned('Deny') }, hit],
  ['only reports', { azurePolicies: assigned('Audit') }, []],
  [
    'denies, on an application',
    {
      azurePolicies: assigned('Deny'),
      kind: 'application',
      owners: known([{ displayName: 'Dana', enabled: true }]),
    },
    [],
  ],
] as const)('an Azure Policy that %s', (_case, parent, said) => {
  expect(saidOf({ parent, settings: { allowedIssuers: ['*'], policies: [] } })).toEqual(said)
})

test('a pattern without the ID that Azure asks for since July 2026 would be refused', () => {
  const expression = "claims['sub'] matches 'repo:octo-org/shop:environment:p*'"
  expect(saidOf({ trust: { subject: null, expression } })).toEqual([
    'policy-refuses medium',
    'mutable-subject medium',
  ])
})

test('policies that nobody read or made judge nothing', () => {
  expect(gapsOf({ parent: { azurePolicies: unknown('not-allowed') } })).toEqual([
    'policy-refuses not-allowed',
  ])
  expect(
    gapsOf({ parent: { kind: 'application', owners: known([{ displayName: 'Dana', enabled: true }]) } }),
  ).toEqual(['policy-refuses not-set-up'])
})

test('a server hears the same before a write', () => {
  const trust = {
    name: 'x',
    issuer: 'https://gitlab.com',
    subject: 'project_path:octo-org/shop',
    expression: null,
  }
  const policies = [{ id: 'p', title: 'p', forbidden: ['name-based'], scopes: [group] } as const]
  const whys = (resourceId: string) =>
    policyRefusals(policies, { trust, parent: { kind: 'managedIdentity', resourceId } }).map(({ why }) => why)
  expect(whys(`${group}/x`)).toEqual(['names without IDs are not allowed'])
  expect(whys('/subscriptions/other')).toEqual([])
})

test('an issuer that nobody may have is told once, by the rule of issuers', () => {
  const allowedIssuers = ['https://gitlab.com']
  const policy = { id: 'p', title: 'Our rule', allowedIssuers }
  expect(saidOf({ settings: { allowedIssuers, policies: [policy] } })).toEqual(['issuer-not-allowed high'])
  const narrow = { ...policy, scopes: [group] }
  expect(saidOf({ settings: { allowedIssuers, policies: [narrow] } })).toEqual([
    'issuer-not-allowed high',
    'policy-refuses medium',
  ])
})
