import { expect, test } from 'vitest'
import type { RoleFact } from '../facts/access.ts'
import { known } from '../facts/fact.ts'
import { policyRefusals } from '../policy-refusals.ts'
import { type GuardedRole, roleRefusals } from '../role-refusals.ts'
import type { FindingPolicy } from '../settings.ts'
import { type Change, findingOf, gapsOf, saidOf } from '../testing/one-tenant.ts'

const subscription = '/subscriptions/11111111-2222-3333-4444-555555555555'
const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
const dana = 'AAAAAAAA-0000-0000-0000-000000000001'
const group = 'aaaaaaaa-0000-0000-0000-000000000002'
const policy = (part: Partial<FindingPolicy>): FindingPolicy[] => [{ id: 'p', title: 'Our rule', ...part }]
const given: GuardedRole = { roleId: owner, ownerLike: true, scope: subscription }

test.each<[string, Partial<FindingPolicy>, Partial<GuardedRole>, number]>([
  ['owner-like without a reason', { roleReasons: { roles: ['owner-like'] } }, {}, 1],
  [
    'owner-like with white space for a reason',
    { roleReasons: { roles: ['owner-like'] } },
    { reason: ' \t' },
    1,
  ],
  ['owner-like with a reason', { roleReasons: { roles: ['owner-like'] } }, { reason: 'x' }, 0],
  [
    'with too short a reason',
    { roleReasons: { roles: ['owner-like'], minLength: 5 } },
    { reason: ' abcd ' },
    1,
  ],
  [
    'with a long enough reason',
    { roleReasons: { roles: ['owner-like'], minLength: 4 } },
    { reason: 'abcd' },
    0,
  ],
  ['perhaps owner-like', { roleReasons: { roles: ['owner-like'] } }, { ownerLike: null }, 1],
  ['not owner-like', { roleReasons: { roles: ['owner-like'] } }, { ownerLike: false }, 0],
  ['broad', { roleReasons: { roles: ['broad'] } }, { ownerLike: false }, 1],
  ['above all', { roleReasons: { roles: ['broad'] } }, { scope: '/' }, 1],
  [
    'at a management group',
    { roleReasons: { roles: ['broad'] } },
    { scope: '/providers/Microsoft.Management/managementGroups/g' },
    1,
  ],
  ['narrow', { roleReasons: { roles: ['broad'] } }, { scope: `${subscription}/resourceGroups/rg` }, 0],
  [
    'a named role',
    { roleReasons: { roles: [owner.toUpperCase()] } },
    { roleId: `/x/roleDefinitions/${owner}` },
    1,
  ],
  ['another role', { roleReasons: { roles: [group] } }, {}, 0],
  ['in another scope', { roleReasons: { roles: ['broad'] }, scopes: ['/subscriptions/other'] }, {}, 0],
  ['in this scope', { roleReasons: { roles: ['broad'] }, scopes: [subscription.toUpperCase()] }, {}, 1],
  ['by somebody who may not', { mayCreate: [group] }, { creator: [dana] }, 1],
  ['by a member of a group that may', { mayCreate: [group] }, { creator: [dana, group.toUpperCase()] }, 0],
  ['by nobody known', { mayCreate: [group] }, {}, 0],
])('a role is refused: %s', (_case, part, change, refused) => {
  expect(roleRefusals(policy(part), { ...given, ...change })).toHaveLength(refused)
})

test('a trust is refused to whoever may not create on its scope, and to them alone', () => {
  const trust = { name: 'x', issuer: 'https://gitlab.com', subject: 's', expression: null }
  const parent = { kind: 'managedIdentity', resourceId: `${subscription}/resourceGroups/rg/x` } as const
  const whys = (part: Partial<FindingPolicy>, creator?: readonly string[]) =>
    policyRefusals(policy(part), { trust, parent, creator }).map(({ why }) => why)
  expect(whys({ mayCreate: [dana.toLowerCase()] }, [dana])).toEqual([])
  expect(whys({ mayCreate: [group], scopes: ['/subscriptions/other'] }, [dana])).toEqual([])
  expect(whys({ mayCreate: [group] })).toEqual([])
  expect(whys({ mayCreate: [group], scopes: [subscription] }, [dana])).toEqual([
    'whoever creates it is not among the people and groups who may',
  ])
})

const held: RoleFact = {
  scope: `${subscription}/resourceGroups/rg`,
  scopeKind: 'resource-group',
  roleDefinitionId: 'x',
  roleName: 'Deployer',
  ownerLike: false,
  broad: false,
  conditioned: false,
  canWrite: false,
}
const under = (part: Partial<FindingPolicy>, change: Change = {}): Change => ({
  ...change,
  settings: { allowedIssuers: ['*'], policies: policy(part) },
})
const reasons = { roleReasons: { roles: ['x'] } }

test('a role that is held without a reason is a finding, and one whose reason was not read is not judged', () => {
  const holding = (reason?: string | null) =>
    under(reasons, { parent: { roles: known([reason === undefined ? held : { ...held, reason }]) } })
  expect(findingOf('policy-refuses', holding(null)).text).toContain('with a reason alone')
  expect(saidOf(holding('deploys the shop'))).toEqual([])
  expect([saidOf(holding()), gapsOf(holding())]).toEqual([[], ['policy-refuses not-told']])
})

test('who made a trust is judged where it is known with their groups', () => {
  const made = (by?: readonly string[]) =>
    under({ mayCreate: [group] }, { trust: by === undefined ? {} : { createdBy: known(by) } })
  expect(saidOf(made([dana]))).toEqual(['policy-refuses medium'])
  expect(saidOf(made([dana, group]))).toEqual([])
  expect(gapsOf(made())).toEqual(['policy-refuses not-told'])
})
