import { expect, test } from 'vitest'
import type { RoleFact } from '../findings/facts/access.ts'
import { type Fact, known, unknown } from '../findings/facts/fact.ts'
import type { LastUse } from '../findings/facts/inventory.ts'
import { type Change, reportOf, rightParent, rightTrust } from '../findings/testing/one-tenant.ts'
import { now } from '../findings/testing/planted-uses.ts'
import { changesSince, type ReviewState } from './changes-since.ts'
import { suggestDecision } from './suggest-decision.ts'

const names = { subject: 'repo:octo-org/shop:environment:production' }
const slash = { issuer: `${rightTrust.issuer}/` }
const never: Fact<LastUse> = known({ state: 'never', watchedSince: '2026-01-01T00:00:00Z' })
const young: Fact<LastUse> = known({ state: 'never', watchedSince: '2026-11-20T00:00:00Z' })
const used = (at: string): Fact<LastUse> => known({ state: 'used', at })
const notRead = unknown('not-read')
const owner: RoleFact = {
  scope: '/subscriptions/s',
  scopeKind: 'subscription',
  roleDefinitionId: 'x',
  roleName: 'Owner',
  ownerLike: true,
  broad: true,
  conditioned: false,
  canWrite: true,
}

function suggested(change: Change, lastUse: Fact<LastUse>) {
  const { findings } = reportOf({ ...change, trust: { ...change.trust, lastUse } })
  const ofIt = findings.filter(({ trustKey }) => trustKey === null || trustKey === 'trust-1')
  return suggestDecision({ findings: ofIt, lastUse }, now)
}

test.each<[string, Change, Fact<LastUse>, string]>([
  ['used and right', {}, used('2026-11-21T00:00:00Z'), 'keep null'],
  ['used and right by a clock that is ahead', {}, used('2026-12-21T00:00:00Z'), 'keep null'],
  ['used long ago', {}, used('2026-10-01T00:00:00Z'), 'look null'],
  ['not used for a hundred days, which proves nothing', {}, used('2026-08-01T00:00:00Z'), 'look unused'],
  ['of unknown use', {}, notRead, 'look null'],
  ['never used in a watched time', {}, never, 'remove never-used'],
  ['watched for too short a time', {}, young, 'look null'],
  [
    'gone, as one tells who sees what is private',
    { trust: names, repository: { repositoryStatus: 404 } },
    notRead,
    'remove dangling-workload',
  ],
  [
    'perhaps private',
    { trust: names, repository: { repositoryStatus: 404, seesPrivate: false } },
    notRead,
    'look dangling-workload',
  ],
  [
    'renamed',
    { trust: names, repository: { canonicalRepository: 'octo-org/store' } },
    notRead,
    'look dangling-workload',
  ],
  [
    'gone, but used yesterday',
    { trust: names, repository: { repositoryStatus: 404 } },
    used('2026-11-21T00:00:00Z'),
    'look dangling-workload',
  ],
  ['one that no token fits', { trust: slash }, notRead, 'remove cannot-match'],
  [
    'one that no token fits any more, and that was used',
    { trust: slash },
    used('2026-06-01T00:00:00Z'),
    'look cannot-match',
  ],
  ['on an Owner', { parent: { roles: known([owner]) } }, used('2026-11-21T00:00:00Z'), 'look wide-role'],
  ['on an Owner and never used', { parent: { roles: known([owner]) } }, never, 'remove never-used'],
  ['without an owner', { parent: { tags: known({}) } }, used('2026-11-21T00:00:00Z'), 'keep null'],
  ['of AKS and never used', { parent: { isAksManaged: known(true) } }, never, 'look never-used'],
  ['of AKS', { parent: { isAksManaged: known(true) } }, used('2026-11-21T00:00:00Z'), 'keep aks-managed'],
])('for a trust that is %s', (_what, change, lastUse, said) => {
  const { decision, rule, evidence } = suggested(change, lastUse)
  expect(`${decision} ${rule ?? 'null'}`).toBe(said)
  expect(evidence).toMatch(/^[A-Z].+\.$/)
})

const state = (change: { trust?: object; parent?: object } = {}): ReviewState => ({
  trust: { ...rightTrust, ...change.trust },
  parent: { ...rightParent, ...change.parent },
})

test('what widened stands first, and every change has its words', () => {
  const dana = { displayName: 'Dana', enabled: true }
  const before = state({
    parent: { owners: known([dana]), roles: known([{ ...owner, roleName: 'Reader' }]) },
  })
  const after = state({ trust: { subject: 's' }, parent: { roles: known([owner]) } })
  expect(changesSince(before, after)).toEqual({
    changes: [
      { kind: 'subject', text: `The subject was ${rightTrust.subject}, and is s.`, widens: true },
      { kind: 'role', text: 'Owner on /subscriptions/s was added.', widens: true },
      { kind: 'role', text: 'Reader on /subscriptions/s was taken away.', widens: false },
      { kind: 'owner', text: 'Dana is no owner any more.', widens: false },
    ],
    notCompared: [],
  })
})

test('the order of roles, and one that is read twice, is no change', () => {
  const other = { ...owner, roleName: 'Reader' }
  const before = state({ parent: { roles: known([owner, other]) } })
  const after = state({ parent: { roles: known([other, owner, owner]) } })
  expect(changesSince(before, after)).toEqual({ changes: [], notCompared: [] })
})

test('a fact that was not read at one of the times is named, and no change', () => {
  const after = state({ parent: { roles: unknown('failed') } })
  expect(changesSince(state({ parent: { roles: known([owner]) } }), after)).toEqual({
    changes: [],
    notCompared: ['role'],
  })
  expect(changesSince({ ...state(), parent: null }, after).notCompared).toHaveLength(4)
})

test('a trust that was not there is new', () => {
  expect(changesSince(null, state()).changes).toEqual([
    { kind: 'trust', text: 'github-production was made.', widens: true },
  ])
})
