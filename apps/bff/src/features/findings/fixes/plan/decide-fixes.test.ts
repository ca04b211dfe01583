import type { StoredFinding } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { decideFixes } from './decide-fixes.ts'
import type { Decided } from './decision.ts'
import type { KnownTrust } from './read-siblings.ts'

const github = 'https://token.actions.githubusercontent.com'
const names = 'repo:octo-org/shop:environment:production'
const ids = 'repo:octo-org@1/shop@2:environment:production'
const audience = 'api://AzureADTokenExchange'
const parentKey = '/applications/7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607'

function known(
  name: string,
  change: { issuer?: string; subject?: string; isSeen?: boolean } = {},
): KnownTrust {
  const { issuer = github, subject = names, isSeen = false } = change
  return {
    key: `${parentKey}/${name}`,
    parentKey,
    parent: { kind: 'application', appId: '7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607' },
    credential: { id: name, name, issuer, subject, audiences: [audience] },
    fingerprint: name,
    isSeen,
  }
}

type Action = NonNullable<StoredFinding['fix']['action']>
const setIssuer: Action = { kind: 'set', field: 'issuer', value: github }
const remove: Action = { kind: 'delete' }
const create: Action = { kind: 'create', issuer: github, subject: ids, audience }

function finding(
  trustName: string | null,
  rule: StoredFinding['rule'],
  action?: Action,
  change: Partial<StoredFinding> = {},
): StoredFinding {
  return {
    hash: `${trustName ?? ''}${rule}`,
    rule,
    severity: 'medium',
    state: 'active',
    because: '',
    title: '',
    text: '',
    evidence: '',
    fix: { text: 'Look at it.', ...(action && { action }) },
    docs: '',
    trustKey: trustName === null ? null : `${parentKey}/${trustName}`,
    trustName,
    issuer: null,
    subject: null,
    parentKey,
    parentKind: 'application',
    parentName: 'shop',
    firstSeenAt: '2026-11-22T00:00:00Z',
    fixedAt: null,
    fixedBy: null,
    acceptance: null,
    ...change,
  }
}

const decided = (findings: readonly StoredFinding[], trusts: readonly KnownTrust[]) =>
  decideFixes(findings, trusts, { cloud: 'public', tenantId: '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f' })
const said = ({ decisions }: Decided) =>
  decisions.map(({ action, trust, newName }) => `${action} ${newName ?? trust.credential.name}`)
const whys = ({ left }: Decided) => left.map(({ why }) => why)
const old = known('old')
const slash = known('slash', { issuer: `${github}/`, subject: ids })

test.each<[string, readonly StoredFinding[], RegExp]>([
  ['is fixed', [finding('slash', 'cannot-match', setIssuer, { state: 'fixed' })], /fixed already/],
  ['is accepted', [finding('slash', 'cannot-match', setIssuer, { state: 'accepted' })], /reopen/],
  [
    'is kept by AKS',
    [finding('slash', 'unused', undefined, { fix: { text: '', withheld: 'AKS made it.' } })],
    /AKS/,
  ],
  ['is about a parent', [finding(null, 'near-limit')], /not about a single trust/],
  ['needs a person', [finding('slash', 'wide-role')], /Nobody but you/],
  ['is of a trust that is gone', [finding('gone', 'unused', remove)], /not stored any more/],
  ['has its values', [finding('old', 'cannot-match', setIssuer)], /these values already/],
])('a finding that %s is left, with the reason', (_case, findings, why) => {
  const found = decided(findings, [old, slash])
  expect([said(found), whys(found)]).toEqual([[], [expect.stringMatching(why)]])
})

test('a trust gets one change: a deletion takes the place of a correction, and tells both findings', () => {
  const found = decided(
    [finding('slash', 'cannot-match', setIssuer), finding('slash', 'unused', remove)],
    [slash],
  )
  expect(said(found)).toEqual(['delete slash'])
  expect(found.decisions[0]?.findings).toHaveLength(2)
})

test('a correction that would make a twin is left', () => {
  const twin = known('twin', { subject: ids })
  expect(whys(decided([finding('slash', 'cannot-match', setIssuer)], [slash, twin]))).toEqual([
    expect.stringMatching(/^twin has these values/),
  ])
  const other = known('other', { issuer: `${github}/`, subject: ids })
  const both = [finding('slash', 'cannot-match', setIssuer), finding('other', 'cannot-match', setIssuer)]
  const found = decided(both, [slash, other])
  expect([said(found), whys(found)]).toEqual([['change slash'], [expect.stringMatching(/^slash has these/)]])
})

test('of two twins that would be deleted for each other one stays', () => {
  const twin = known('twin', { issuer: `${github}/` })
  const found = decided(
    [finding('old', 'dead-twin', remove), finding('twin', 'dead-twin', remove)],
    [old, twin],
  )
  expect([said(found), whys(found)]).toEqual([['delete old'], [expect.stringMatching(/would stay/)]])
})

test('the switch to IDs adds under a free name, and keeps the old one also where it is unused', () => {
  const findings = [finding('old', 'id-migration-due', create), finding('old', 'unused', remove)]
  const found = decided(findings, [old, known('OLD-id', { subject: 'repo:octo-org/b:pull_request' })])
  expect([said(found), whys(found)]).toEqual([['add old-id2'], [expect.stringMatching(/see a run work/)]])
  expect(found.decisions[0]?.after).toEqual({
    issuer: github,
    subject: ids,
    expression: null,
    audiences: [audience],
  })
})

test('the twenty-first trust is not planned, also not by two findings at once', () => {
  const others = Array.from({ length: 18 }, (_, at) =>
    known(`t-${at}`, { subject: `repo:octo-org/t-${at}:pull_request` }),
  )
  const second = known('second', { subject: 'repo:octo-org/b:pull_request' })
  const add = (name: string, subject: string) => finding(name, 'id-migration-due', { ...create, subject })
  const one = decided([add('old', ids)], [old, ...others])
  const two = decided([add('old', ids), add('t-1', `${ids}-b`)], [old, ...others])
  expect([said(one), said(two), whys(two)]).toEqual([
    ['add old-id'],
    ['add old-id'],
    [expect.stringMatching(/no room/)],
  ])
  expect(said(decided([add('old', ids)], [old, second, ...others]))).toEqual([])
})

test('the old trust of a switch goes only after its successor was seen working', () => {
  const due = finding('old', 'id-migration-due', remove)
  expect(whys(decided([due], [old, known('new', { subject: ids })]))).toEqual([
    expect.stringMatching(/not seen working/),
  ])
  expect(said(decided([due], [old, known('new', { subject: ids, isSeen: true })]))).toEqual(['delete old'])
})
