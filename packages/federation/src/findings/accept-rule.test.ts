import { expect, test } from 'vitest'
import { type AcceptRule, matchesAcceptRule } from './accept-rule.ts'
import { known } from './facts/fact.ts'
import { findingOf } from './testing/one-tenant.ts'

const finding = findingOf('mutable-subject', {
  trust: { subject: 'repo:octo-org/shop:environment:test' },
  inventory: { repositories: [] },
})
const critical = findingOf('dangling-workload', {
  trust: { subject: 'repo:octo-org/shop:environment:test' },
  repository: { repositoryStatus: 404 },
})
const ofParent = findingOf('no-owner', { parent: { tags: known({}) } })

test.each<[string, AcceptRule, boolean]>([
  ['the rule', { rules: ['mutable-subject'] }, true],
  ['another rule', { rules: ['unused'] }, false],
  ['rule and subject', { rules: ['mutable-subject'], subjects: ['repo:octo-org/*:environment:test'] }, true],
  [
    'rule and another subject',
    { rules: ['mutable-subject'], subjects: ['repo:octo-org/*:environment:prod'] },
    false,
  ],
  [
    'issuer, parent and name',
    { issuers: ['https://token.*'], parentKeys: ['parent-1'], trustNames: ['github-*'] },
    true,
  ],
  ['no subject at all', { rules: ['mutable-subject'], subjects: [] }, false],
  ['nothing', {}, false],
  ['a severity alone', { severityUpTo: 'critical' }, false],
  ['the rule up to low', { rules: ['mutable-subject'], severityUpTo: 'low' }, false],
])('an accept rule that names %s', (_what, rule, isAccepted) => {
  expect(matchesAcceptRule(finding, rule)).toBe(isAccepted)
})

test('what is worse than medium is accepted by a rule that says so alone', () => {
  const rule: AcceptRule = { rules: ['dangling-workload'] }
  expect(matchesAcceptRule(critical, rule)).toBe(false)
  expect(matchesAcceptRule(critical, { ...rule, severityUpTo: 'critical' })).toBe(true)
})

test('a rule about subjects never accepts what is about their parent', () => {
  expect(matchesAcceptRule(ofParent, { subjects: ['*'] })).toBe(false)
  expect(matchesAcceptRule(ofParent, { rules: ['no-owner'] })).toBe(true)
})
