import { expect, test } from 'vitest'
import { emptyQuery } from './query.ts'
import { parseTrustQuery } from './parse-query.ts'
import { matchesTrust, searchTrusts } from './search-trusts.ts'
import { manyRows, rowOf, subscription } from './testing/rows.ts'
import { indexSlices, indexTrusts } from './trust-index.ts'
import type { OpenedRole, TrustFacts } from './trust-facts.ts'

const now = '2026-11-22T12:00:00Z'
const fits = (change: Partial<TrustFacts>, text: string) =>
  matchesTrust(rowOf(change), parseTrustQuery(text).query, now)
const role = (
  name: string | null,
  scope = subscription,
  ownerLike: boolean | null = null,
  canWrite: boolean | null = null,
): OpenedRole => ({ name, scope, ownerLike, canWrite })

test.each<[string, Partial<TrustFacts>, Partial<TrustFacts>]>([
  ['issuer:github', {}, { issuer: 'https://gitlab.com', platform: 'GitLab CI' }],
  [
    'issuer:github',
    { issuer: 'https://git.fabrikam.com/_services/token' },
    { issuer: 'https://x', platform: 'Other' },
  ],
  ['issuer:"token.actions.githubusercontent.com"', {}, { issuer: 'https://x.githubusercontent.com' }],
  ['platform:"github actions"', {}, { platform: 'GitHub Actions on a server' }],
  ['-env:prod', { environment: 'test' }, {}],
  ['-env:prod', { environment: null }, { environment: 'PROD' }],
  ['env:none', { environment: null }, {}],
  ['role:owner', { roles: [role('Owner')] }, { roles: [role('Storage Blob Data Owner')] }],
  ['role:*owner', { roles: [role('Storage Blob Data Owner')] }, { roles: [role('Owner of things')] }],
  ['role:owner-like', { roles: [role('Custom', '/', true)] }, { roles: [role('Owner-like', '/', false)] }],
  [
    'role:can-write',
    { roles: [role('Custom', '/', false, true)] },
    { roles: [role('Can-write', '/', null, false)] },
  ],
  ['role:can-write', { roles: [role(null, '/', null, true)] }, { roles: [role('Contributor')] }],
  ['role:"can-write"', { roles: [role('Can-write')] }, { roles: [role('Custom', '/', false, true)] }],
  ['-role:can-write', { roles: null }, { roles: [role('Custom', '/', false, true)] }],
  ['role:none', { roles: [] }, { roles: null }],
  ['role:unknown', { roles: null }, { roles: [] }],
  ['role:unknown', { roles: [role(null)] }, {}],
  ['-role:owner', { roles: null }, { roles: [role('Owner')] }],
  ['grant:mail', { grants: ['Mail.Read'] }, { grants: null }],
  ['used:never', { lastUsed: 'never' }, { lastUsed: null }],
  ['used:unknown', { lastUsed: null }, { lastUsed: 'never' }],
  ['used:<30d', {}, { lastUsed: '2026-10-01T00:00:00Z' }],
  ['used:>90d', { lastUsed: '2026-01-01T00:00:00Z' }, { lastUsed: 'never' }],
  ['risk:high', { risk: 'high' }, { risk: 'critical' }],
  ['risk:high+', { risk: 'critical' }, { risk: 'medium' }],
  ['risk:none', { risk: 'none' }, { risk: null }],
  ['risk:unknown', { risk: null }, { risk: 'none' }],
  ['risk:high,medium', { risk: 'medium' }, { risk: 'low' }],
  ['owner:none', { owners: [] }, { owners: ['None'] }],
  ['owner:"none"', { owners: ['None'] }, { owners: [] }],
  ['owner:unknown', { owners: null }, { owners: [] }],
  ['owner:dan', {}, { owners: ['Robin'] }],
  ['kind:app', { kind: 'app' }, { kind: 'mi' }],
  ['subject:octo-org/*:environment', {}, { storedSubject: 'repo:octo-org/shop:ref:x' }],
  ['name:github-', {}, { name: 'gitlab-production' }],
  ['identity:rg-shop', {}, { identityId: 'x' }],
  ['identity:22222222-2222-4333-8444-555555555555', {}, { ids: [] }],
  ['subscription:production', {}, { subscription: 'Contoso Development' }],
  ['subscription:11111111-2222-3333-4444-555555555555', {}, { subscriptionId: 'x' }],
  ['subscription:none', { subscription: '', subscriptionId: '' }, {}],
  ['-subscription:none', {}, { subscription: '', subscriptionId: '' }],
  ['group:rg-shop', {}, { resourceGroup: 'rg-pay' }],
  ['location:westeurope', {}, { location: 'northeurope' }],
  ['audience:azureadtoken', {}, { audiences: ['api://pay'] }],
  ['audience:none', { audiences: [] }, {}],
  ['audience:"api://pay"', { audiences: ['x', 'api://pay'] }, { audiences: ['api://payment'] }],
  ['description:"Deploys the shop"', {}, { description: 'Deploys the shop twice' }],
  ['description:none', { description: '' }, {}],
  ['"contoso prod"', {}, { subscription: 'Contoso Development' }],
  ['deploys', {}, { description: '' }],
  ['northeurope', { location: 'northeurope' }, {}],
  ['rg-other', { resourceGroup: 'rg-other' }, {}],
  ['api://pay', { audiences: ['api://pay'] }, {}],
  ['33333333-2222-4333-8444-555555555555', {}, { ids: [] }],
  ['/resourcegroups/rg-held', { roles: [role('Reader', `${subscription}/resourceGroups/rg-held`)] }, {}],
  ['repo:octo-org/shop:environment', {}, { storedSubject: 'x' }],
  ['"octo-org/shop · environment"', {}, { subject: 'x' }],
  ['-dana', { owners: [] }, {}],
  ['issuer:github kind:mi', {}, { kind: 'app' }],
])('%s tells one row from another', (text, hit, miss) => {
  expect(parseTrustQuery(text).problems).toEqual([])
  expect([fits(hit, text), fits(miss, text)]).toEqual([true, false])
})

const ofOwner = `role:owner scope:${subscription}`
test.each([
  ['on the subscription itself', [role('Owner')], true],
  ['in another spelling', [role('Owner', subscription.toUpperCase())], true],
  ['above it', [role('Owner', '/')], true],
  [
    'at a management group, which may stand above',
    [role('Owner', '/providers/Microsoft.Management/managementGroups/g')],
    true,
  ],
  ['on a group in it', [role('Owner', `${subscription}/resourceGroups/rg`)], false],
  ['on a subscription that starts alike', [role('Owner', subscription.slice(0, -1))], false],
  ['there as Reader and elsewhere as Owner', [role('Reader'), role('Owner', '/subscriptions/other')], false],
  ['nowhere', [], false],
])('who can become Owner on a subscription: one with the role %s', (_where, roles, expected) => {
  expect(fits({ roles }, ofOwner)).toBe(expected)
})

test.each([
  [[role('Owner', `${subscription}/resourceGroups/rg`)], true],
  [[role('Owner')], true],
  [[role('Owner', '/')], false],
  [[role('Reader')], false],
])('within finds what lies below: %j', (roles, expected) => {
  expect(fits({ roles }, `role:owner within:${subscription}`)).toBe(expected)
})

test('a facet counts what its values would show beside the other filters, and not beside its own', () => {
  const rows = [
    rowOf({ kind: 'app', risk: 'high' }),
    rowOf({ kind: 'mi', risk: 'high' }),
    rowOf({ kind: 'mi', risk: 'low' }),
    rowOf({ kind: 'mi', risk: 'low', owners: [] }),
  ]
  const { found, facets } = searchTrusts(indexTrusts(rows), parseTrustQuery('kind:mi risk:high').query, now)
  const counts = (key: 'kind' | 'risk' | 'owner') =>
    facets[key].map(({ value, count }) => `${value.text} ${count}`)
  expect(found).toEqual([1])
  expect([counts('kind'), counts('risk'), counts('owner')]).toEqual([
    ['app 1', 'mi 1'],
    ['high 1', 'low 2'],
    ['Dana 1'],
  ])
})

test('a role without a name is counted as one that nobody told', () => {
  const rows = [rowOf({ roles: [role(null), role('Reader')] }), rowOf({ roles: [] })]
  const { facets } = searchTrusts(indexTrusts(rows), emptyQuery, now)
  expect(facets.role.map(({ value, count }) => `${value.text} ${count}`)).toEqual([
    'Reader 1',
    'none 1',
    'unknown 1',
  ])
})

test('an index that goes on from the one before finds and counts as one made anew, and leaves that one as it was', () => {
  const rows = manyRows(900)
  const before = indexTrusts(rows)
  const query = parseTrustQuery('-role:reader owner:person risk:high+').query
  const was = searchTrusts(before, query, now)
  const changed = rows
    .filter((_, at) => at !== 17)
    .map((row, at) => (at % 40 === 0 ? { ...row, risk: 'high' as const, owners: ['New Person'] } : row))
    .concat(rowOf({ key: 'new', owners: ['Person 1'], risk: 'critical' }))
  const work = indexSlices(changed, before)
  let step = work.next()
  let pauses = 0
  for (; step.done !== true; step = work.next()) pauses += 1
  expect(pauses).toBeGreaterThan(1)
  expect(searchTrusts(step.value, query, now)).toEqual(searchTrusts(indexTrusts(changed), query, now))
  expect(searchTrusts(before, query, now)).toEqual(was)
})

test('the facet of roles counts those of the asked place alone', () => {
  const rows = [
    rowOf({ roles: [role('Owner'), role('Reader', '/subscriptions/other')] }),
    rowOf({ roles: [role('Reader')] }),
  ]
  const { facets } = searchTrusts(indexTrusts(rows), parseTrustQuery(ofOwner).query, now)
  expect(facets.role.map(({ value, count }) => `${value.text} ${count}`)).toEqual(['Owner 1', 'Reader 1'])
})

test('the facet of roles begins with what roles do, in the asked place alone', () => {
  const rows = [
    rowOf({ roles: [role('Custom', subscription, true, true)] }),
    rowOf({ roles: [role('Custom', subscription, false, true), role('Custom', '/', false, true)] }),
    rowOf({
      roles: [role('Reader', subscription, false, false), role('Owner', '/subscriptions/o', true, true)],
    }),
  ]
  const counts = (text: string) =>
    searchTrusts(indexTrusts(rows), parseTrustQuery(text).query, now).facets.role.map(
      ({ value, count }) => `${value.exact ? '=' : ''}${value.text} ${count}`,
    )
  expect(counts('')).toEqual(['owner-like 2', 'can-write 3', '=Custom 2', '=Owner 1', '=Reader 1'])
  expect(counts(`role:owner-like within:${subscription}`)).toEqual([
    'owner-like 1',
    'can-write 2',
    '=Custom 2',
    '=Reader 1',
  ])
})

test('every count of a facet is what its value finds', () => {
  const rows = manyRows(400)
  const index = indexTrusts(rows)
  for (const text of ['', 'kind:app -role:reader', `scope:${subscription}/resourceGroups/rg-4 shop-1`]) {
    const { query } = parseTrustQuery(text)
    const { facets } = searchTrusts(index, query, now)
    for (const [key, counts] of Object.entries(facets)) {
      const terms = query.terms.filter((term) => term.key !== key)
      for (const { value, count } of counts) {
        // The keys of the facets are keys of the query.
        const asked = {
          ...query,
          terms: [...terms, { key: key as keyof typeof facets, negated: false, values: [value] }],
        }
        expect(searchTrusts(index, asked, now).found.length, `${text} ${key} ${value.text}`).toBe(count)
      }
    }
  }
})

test('50,000 rows are counted in a quarter of a second of computing, also on a busy machine', () => {
  const index = indexTrusts(manyRows(50_000))
  const { query } = parseTrustQuery(`role:owner,reader -env:test risk:high+ within:${subscription} octo-org`)
  const times = Array.from({ length: 5 }, () => {
    const began = process.cpuUsage()
    searchTrusts(index, query, now)
    return process.cpuUsage(began).user / 1_000
  })
  expect(Math.min(...times)).toBeLessThan(250)
})
