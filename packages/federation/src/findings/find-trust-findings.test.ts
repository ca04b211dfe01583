import { expect, test } from 'vitest'
import { known, unknown } from './facts/fact.ts'
import type { FindingInventory } from './facts/inventory.ts'
import { findTrustFindings } from './find-trust-findings.ts'
import { findingRuleIds } from './rule-ids.ts'
import { findingRules } from './rules.ts'
import { type Change, findingOf, reportOf, rightParent, rightTrust } from './testing/one-tenant.ts'
import { now } from './testing/planted-uses.ts'

const names = 'repo:octo-org/shop:environment:production'
const gone: Change = { trust: { subject: names }, repository: { repositoryStatus: 404 } }
const role = {
  scope: '/subscriptions/s',
  scopeKind: 'subscription',
  roleDefinitionId: 'x',
  roleName: 'Owner',
  ownerLike: true,
  broad: true,
  conditioned: false,
  canWrite: true,
} as const

test('a time that is none is refused', () => {
  expect(() => reportOf({ now: 'yesterday' })).toThrow(RangeError)
})

test('findings stand worst first', () => {
  const { findings } = reportOf({
    ...gone,
    parent: { tags: known({}), roles: known([{ ...role, broad: false }]) },
  })
  expect(findings.map(({ severity }) => severity)).toEqual(['critical', 'high', 'low'])
})

test('a key is the same tomorrow and after other rows came, so that an acceptance holds', () => {
  const key = findingOf('dangling-workload', gone).key
  const later = {
    ...gone,
    now: '2026-11-23T12:00:00Z',
    siblings: [{ subject: 'repo:octo-org@1/shop@2:ref:refs/heads/x' }],
  }
  expect(findingOf('dangling-workload', later).key).toBe(key)
})

test.each<[string, Change, Change]>([
  ['the subject', gone, { ...gone, trust: { subject: names.replace('production', 'test') } }],
  ['the audience', gone, { ...gone, trust: { subject: names, audiences: ['api://x'] } }],
  ['the answer of GitHub', gone, { ...gone, repository: { repositoryStatus: 410 } }],
  [
    'the trust, although all values are the same',
    gone,
    { ...gone, trust: { subject: names, key: 'trust-2' } },
  ],
])('a key changes with %s, so that an acceptance ends', (_what, before, after) => {
  expect(findingOf('dangling-workload', after).key).not.toBe(findingOf('dangling-workload', before).key)
})

test('a key changes with a further role, and not with the order of roles', () => {
  const other = { ...role, scope: '/subscriptions/t' }
  const keyOf = (...roles: (typeof role | typeof other)[]) =>
    findingOf('wide-role', { parent: { roles: known(roles) } }).key
  expect(keyOf(role, other)).not.toBe(keyOf(role))
  expect(keyOf(other, role)).toBe(keyOf(role, other))
})

test('characters that part values cannot make two findings one', () => {
  const keyOf = (issuer: string, subject: string) =>
    findingOf('cannot-match', { trust: { issuer, subject } }).key
  expect(keyOf('https://a*', '","b')).not.toBe(keyOf('https://a*","', 'b'))
})

test('nothing on what AKS keeps is offered to be changed, and every fix says so', () => {
  const { findings } = reportOf({ ...gone, parent: { isAksManaged: known(true), roles: known([role]) } })
  expect(findings.map(({ rule }) => rule)).toEqual(['dangling-workload', 'wide-role', 'aks-managed'])
  for (const { rule, fix } of findings) {
    expect(fix.action, rule).toBeUndefined()
    expect(fix.text).toContain('alone')
  }
  expect(findings[0]?.fix.withheld).toContain('breaks the cluster')
})

test('where nothing is known nothing is found, and everything is counted as not judged', () => {
  const dark = { known: false, because: 'not-read' } as const
  const inventory: FindingInventory = {
    trusts: [
      { ...rightTrust, createdAt: dark, lastUse: dark },
      {
        ...rightTrust,
        key: 'trust-2',
        issuer: 'https://10.1.2.oidc.fabrikam.com',
        subject: 's',
        createdAt: dark,
        lastUse: dark,
      },
    ],
    parents: [
      {
        ...rightParent,
        allTrustsRead: false,
        tags: dark,
        owners: dark,
        isAksManaged: unknown('not-allowed'),
        roles: dark,
        appRoles: dark,
        directoryRoles: dark,
        azurePolicies: dark,
      },
    ],
    issuers: [],
    repositories: [],
  }
  const { findings, notJudged } = findTrustFindings(inventory, { knownIssuers: ['*'] }, now)
  expect(findings).toEqual([])
  expect(notJudged).toEqual([
    { rule: 'key-exposed', reason: 'not-read', count: 1 },
    { rule: 'dangling-workload', reason: 'not-read', count: 1 },
    { rule: 'dangling-issuer', reason: 'not-read', count: 1 },
    { rule: 'privileged-directory-access', reason: 'not-read', count: 2 },
    { rule: 'wide-role', reason: 'not-read', count: 2 },
    { rule: 'issuer-not-allowed', reason: 'not-set-up', count: 2 },
    { rule: 'policy-refuses', reason: 'not-read', count: 2 },
    { rule: 'dead-twin', reason: 'failed', count: 2 },
    { rule: 'unused', reason: 'not-read', count: 2 },
    { rule: 'never-used', reason: 'not-read', count: 2 },
    { rule: 'no-owner', reason: 'not-read', count: 1 },
    { rule: 'near-limit', reason: 'failed', count: 1 },
    { rule: 'aks-managed', reason: 'not-allowed', count: 2 },
  ])
})

test('every rule of the closed list has its words, and yields to no rule that yields back', () => {
  expect(findingRules.map(({ id }) => id)).toEqual(findingRuleIds)
  for (const rule of findingRules) {
    for (const words of [rule.because, rule.needs, rule.remedy])
      expect(words, rule.id).toMatch(/^[A-Z].+\.$/s)
    expect(rule.title, rule.id).not.toMatch(/\.$/)
    expect(reachedFrom(rule.id), rule.id).not.toContain(rule.id)
  }
})

function reachedFrom(id: string, seen: readonly string[] = []): readonly string[] {
  const rule = findingRules.find((one) => one.id === id)
  const next = rule?.about === 'trust' ? (rule.yieldsTo ?? []) : []
  return next.flatMap((one) => (seen.includes(one) ? [one] : [one, ...reachedFrom(one, [...seen, one])]))
}

test('a finding that is gone for want of a fact is told from one that is over', () => {
  const lost = { facts: unknown('failed'), name: 'octo-org/shop' } as const
  const { isUnjudged } = reportOf({ ...gone, inventory: { repositories: [lost] } })
  expect(isUnjudged('dangling-workload', 'trust-1')).toBe(true)
  expect(isUnjudged('dangling-workload', 'trust-2')).toBe(false)
  expect(reportOf(gone).isUnjudged('dangling-workload', 'trust-1')).toBe(false)
})
