import type { RoleAssignmentList, RoleTemplateList } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { PortalError } from '../../errors.ts'
import type { StoredAssignment } from '../../ports.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'
import { syntheticArm, toSubscription } from '../../testing/synthetic-arm.ts'
import { listRoleAssignments } from './list-role-assignments.ts'
import { scopeKindOf } from '../../domain/role-scope.ts'

/** The emulator's principal for scripts: Contributor on every subscription. */
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'
const caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }

const world = forThisFile(startPortalWorld)

test.each([
  ['developer', 1],
  ['admin', 3],
] as const)(
  '%s sees the roles of a principal in each of the %i subscriptions they may read',
  async (role, count) => {
    const browser = await world.portal.signedIn(role)
    const url = `/api/principals/${automation}/role-assignments`
    const { status, body } = await call<RoleAssignmentList>(browser, 'GET', url)
    expect([status, body.subscriptionsRead, body.unreadable]).toEqual([200, count, []])
    expect(body.assignments).toHaveLength(count)
    for (const assignment of body.assignments) {
      expect(assignment).toMatchObject({
        roleName: 'Contributor',
        scopeKind: 'subscription',
        ownerLike: true,
        broad: true,
        direct: true,
      })
    }
  },
)

test('a principal ID that is none is refused', async () => {
  const browser = await world.portal.signedIn('developer')
  const principal = encodeURIComponent("x') or ('")
  const { status, body } = await call(browser, 'GET', `/api/principals/${principal}/role-assignments`)
  expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
})

test('no template asks for more than a resource group, and no task is there twice', async () => {
  const browser = await world.portal.signedIn('reader')
  const { body } = await call<RoleTemplateList>(browser, 'GET', '/api/role-templates')
  expect(body.templates.length).toBeGreaterThan(5)
  expect(new Set(body.templates.map(({ task }) => task)).size).toBe(body.templates.length)
  expect(
    body.templates.filter(({ scopeKind }) => !['resource', 'resource-group'].includes(scopeKind)),
  ).toEqual([])
})

test.each([
  ['/', 'root'],
  ['/providers/Microsoft.Management/managementGroups/contoso', 'management-group'],
  ['/subscriptions/s', 'subscription'],
  ['/subscriptions/s/resourceGroups/rg', 'resource-group'],
  ['/subscriptions/s/resourcegroups/rg/providers/Microsoft.Storage/storageAccounts/a', 'resource'],
])('the scope %s is a %s', (scope, kind) => {
  expect(scopeKindOf(scope)).toBe(kind)
})

const reader = '/providers/Microsoft.Authorization/roleDefinitions/reader'
const granter = '/providers/Microsoft.Authorization/roleDefinitions/custom-granter'
const hidden = '/providers/Microsoft.Authorization/roleDefinitions/hidden'
const held = (id: string, scope: string, roleDefinitionId = reader, more = {}): StoredAssignment => ({
  id,
  scope,
  roleDefinitionId,
  principalId: 'p',
  condition: null,
  ...more,
})

test('the narrowest scope comes first, what lies above is told once, and what cannot be read is counted', async () => {
  const first = toSubscription(1).subscriptionId
  const arm = syntheticArm(
    { subscriptions: 3, identitiesEach: 0, trustsEach: 0 },
    {
      listAssignments: async (_, subscriptionId) => {
        if (subscriptionId === toSubscription(3).subscriptionId) throw new PortalError('FORBIDDEN')
        const above = held('/root-1', '/', granter)
        if (subscriptionId !== first) return [above]
        const group = `/subscriptions/${first}/resourceGroups/rg`
        return [
          above,
          held('/sub-1', `/subscriptions/${first}`, hidden),
          held('/rg-1', group, reader, { principalId: 'group', condition: '@Resource…' }),
          held('/res-1', `${group}/providers/Microsoft.Storage/storageAccounts/a`),
        ]
      },
      readRoleDefinition: async (_, __, id) => {
        if (id === hidden) throw new PortalError('NOT_FOUND')
        const action = id === granter ? 'Microsoft.Authorization/roleAssignments/*' : '*/read'
        return { roleName: id, permissions: [{ actions: [action], notActions: [] }] }
      },
    },
  )
  const { assignments, unreadable, subscriptionsRead } = await listRoleAssignments({ arm }, caller, 'P')
  expect(
    assignments.map(({ assignmentId, ownerLike, broad, direct, conditioned }) => [
      assignmentId,
      ownerLike,
      broad,
      direct,
      conditioned,
    ]),
  ).toEqual([
    ['/res-1', false, false, true, false],
    ['/rg-1', false, false, false, true],
    ['/sub-1', null, true, true, false],
    ['/root-1', true, true, true, false],
  ])
  expect([subscriptionsRead, unreadable.map(({ code }) => code)]).toEqual([2, ['FORBIDDEN']])
})

test('a lost session ends the whole reading', async () => {
  const arm = syntheticArm(
    { subscriptions: 2, identitiesEach: 0, trustsEach: 0 },
    { listAssignments: () => Promise.reject(new PortalError('SESSION_ENDED')) },
  )
  await expect(listRoleAssignments({ arm }, caller, 'p')).rejects.toMatchObject({ code: 'SESSION_ENDED' })
})
