import type {
  ActivityPage,
  CreatedApplication,
  RoleAccess,
  RoleAssignment,
  RoleAssignmentList,
} from '@trustwright/shared-schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, development, startPortalWorld, type PortalWorld } from '../../testing/portal-world.ts'

/** The emulator's principal for scripts. */
const automation = 'c8f1d3e5-6072-4b94-8c2d-1e3f507b9c03'
const nobody = 'c8f1d3e5-6072-4b94-8c2d-000000000000'
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
const url = `/api/principals/${automation}/role-assignments`
const subscription = `/subscriptions/${development}`
const group = `${subscription}/resourceGroups/rg-roles`
const assignmentAt = (scope: string) => `${scope}/providers/Microsoft.Authorization/roleAssignments/${nobody}`
const removal = (principal: string, assignmentId: string) =>
  `/api/principals/${principal}/role-assignments?assignmentId=${encodeURIComponent(assignmentId)}`

let world: PortalWorld
beforeAll(async () => {
  world = await startPortalWorld()
  const admin = await world.portal.signedIn('admin')
  const wanted = { name: 'rg-roles', location: 'westeurope' }
  await call(admin, 'POST', `/api/subscriptions/${development}/resource-groups`, wanted)
}, 60_000)
afterAll(() => world.close())

test.each([
  [{ scope: '/', roleId: reader }],
  [{ scope: '/providers/Microsoft.Management/managementGroups/contoso', roleId: reader }],
  [{ scope: '/subscriptions/x', roleId: reader }],
  [{ scope: `${subscription}/../${nobody}`, roleId: reader }],
  [{ scope: `${subscription}/resourceGroups/rg?x=1`, roleId: reader }],
  [{ scope: `${subscription}/resourceGroups/rg%2F..`, roleId: reader }],
  [{ scope: `${subscription}/`, roleId: reader }],
  [{ scope: group, roleId: 'Reader' }],
  [{ scope: group }],
  [{ scope: group, roleId: reader, principalId: nobody }],
])('the wish %j is refused before anything is asked of Azure', async (wanted) => {
  const admin = await world.portal.signedIn('admin')
  const { status, body } = await call(admin, 'POST', url, wanted)
  expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
})

test.each([
  '/',
  group,
  assignmentAt(''),
  `${assignmentAt(group)}/..`,
  assignmentAt('/providers/Microsoft.Management/managementGroups/contoso'),
])('the ID %s names no assignment that can be removed', async (assignmentId) => {
  const admin = await world.portal.signedIn('admin')
  const { status, body } = await call(admin, 'DELETE', removal(automation, assignmentId))
  expect([status, body.code]).toEqual([400, 'INPUT_REFUSED'])
})

test.each([
  ['developer', reader, 'FORBIDDEN', 'AuthorizationFailed'],
  ['admin', nobody, 'NOT_FOUND', 'RoleDefinitionDoesNotExist'],
] as const)('%s gives the role %s: %s, in the record as refused', async (role, roleId, code, upstream) => {
  const browser = await world.portal.signedIn(role)
  const { body } = await call(browser, 'POST', url, { scope: group, roleId })
  expect([body.code, body.upstream?.code]).toEqual([code, upstream])
  const { body: activity } = await call<ActivityPage>(browser, 'GET', '/api/activity?limit=1')
  expect(activity.events[0]).toMatchObject({
    operation: 'role-assignment.create',
    outcome: 'refused',
    problemCode: code,
  })
})

test('who may not give roles is told the smallest role that may', async () => {
  const developer = await world.portal.signedIn('developer')
  const { body } = await call(developer, 'POST', url, { scope: group, roleId: reader })
  expect(body.missing).toMatchObject({
    action: 'Microsoft.Authorization/roleAssignments/write',
    role: 'Role Based Access Control Administrator',
  })
})

test('a person is given no role', async () => {
  const admin = await world.portal.signedIn('admin')
  const { body: activity } = await call<ActivityPage>(admin, 'GET', '/api/activity?limit=1')
  const person = `/api/principals/${activity.events[0]?.actor.objectId}/role-assignments`
  const { body } = await call(admin, 'POST', person, { scope: group, roleId: reader })
  expect([body.code, body.upstream?.code]).toEqual(['UPSTREAM_REFUSED', 'UnmatchedPrincipalType'])
})

test('a role is given once, listed, kept from others, and removed, each with a record', async () => {
  const admin = await world.portal.signedIn('admin')
  const wanted = { scope: group, roleId: reader }
  const { status, body: given } = await call<RoleAssignment>(admin, 'POST', url, wanted)
  expect([status, given.roleName, given.scopeKind, given.broad, given.ownerLike, given.direct]).toEqual([
    201,
    'Reader',
    'resource-group',
    false,
    false,
    true,
  ])
  const again = await call(admin, 'POST', url, wanted)
  expect([again.body.code, again.body.upstream?.code]).toEqual(['UPSTREAM_REFUSED', 'RoleAssignmentExists'])

  const { body: listed } = await call<RoleAssignmentList>(admin, 'GET', url)
  expect(listed.assignments[0]).toEqual(given)
  expect((await call(admin, 'DELETE', removal(nobody, given.assignmentId))).body.code).toBe('NOT_FOUND')
  const developer = await world.portal.signedIn('developer')
  expect((await call(developer, 'DELETE', removal(automation, given.assignmentId))).body.code).toBe(
    'FORBIDDEN',
  )

  const removed = await call<RoleAssignment>(admin, 'DELETE', removal(automation, given.assignmentId))
  expect([removed.status, removed.body]).toEqual([200, given])
  expect((await call(admin, 'DELETE', removal(automation, given.assignmentId))).body.code).toBe('NOT_FOUND')
  const { body: left } = await call<RoleAssignmentList>(admin, 'GET', url)
  expect(left.assignments.map(({ assignmentId }) => assignmentId)).not.toContain(given.assignmentId)

  const { body: activity } = await call<ActivityPage>(admin, 'GET', '/api/activity?limit=50')
  const values = { principalId: automation, scope: group, role: 'Reader' }
  const own = activity.events.filter(({ target }) => target === given.assignmentId)
  expect(own.map(({ operation, outcome }) => [operation, outcome])).toEqual([
    ['role-assignment.delete', 'succeeded'],
    ['role-assignment.create', 'succeeded'],
  ])
  expect(own[0]).toMatchObject({ before: values, after: null })
  expect(own[1]).toMatchObject({ before: null, after: values })
})

test('a role of an application shows among what happened to it', async () => {
  const [admin, dana] = [await world.portal.signedIn('admin'), await world.portal.signedIn('developer')]
  const made = await call<CreatedApplication>(dana, 'POST', '/api/applications', { displayName: 'Roles' })
  const { application, servicePrincipalId } = made.body
  const own = `/api/principals/${servicePrincipalId}/role-assignments`
  const { body: given } = await call<RoleAssignment>(admin, 'POST', own, { scope: group, roleId: reader })
  const its = `/api/applications/${application.appId}/activity?limit=1`
  const { body } = await call<ActivityPage>(dana, 'GET', its)
  expect(body.events).toMatchObject([{ operation: 'role-assignment.create', target: given.assignmentId }])
})

const accessAt = (scope: string) => `/api/role-assignments/access?scope=${encodeURIComponent(scope)}`
const identity = `${subscription}/resourceGroups/rg-pay-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-runtime-dev`

test.each([
  ['the subscription', subscription],
  ['a group', group],
  ['a resource', identity],
  ['a resource below another', `${identity}/federatedIdentityCredentials/pay-api-pods`],
])('who may give roles at %s is told beforehand, with the role that is missing', async (_, scope) => {
  const [admin, dana] = await Promise.all(
    (['admin', 'developer'] as const).map((role) => world.portal.signedIn(role)),
  )
  if (admin === undefined || dana === undefined) throw new Error('nobody signed in')
  expect((await call<RoleAccess>(admin, 'GET', accessAt(scope))).body.create?.allowed).toBe(true)
  const { create, delete: remove } = (await call<RoleAccess>(dana, 'GET', accessAt(scope))).body
  expect(create).toEqual({
    allowed: false,
    action: 'Microsoft.Authorization/roleAssignments/write',
    role: 'Role Based Access Control Administrator',
    scope,
  })
  expect(remove?.allowed).toBe(false)
})

test('at a scope whose permissions ARM does not tell, nothing is claimed', async () => {
  const admin = await world.portal.signedIn('admin')
  const scope = `${subscription}/providers/Microsoft.Contoso/things/one`
  const { status, body } = await call<RoleAccess>(admin, 'GET', accessAt(scope))
  expect([status, body]).toEqual([200, { create: null, delete: null }])
})

test.each(['/', 'subscriptions/x', `${subscription}/../x`])('the scope %s is refused', async (scope) => {
  const admin = await world.portal.signedIn('admin')
  const { body } = await call(admin, 'GET', accessAt(scope))
  expect([body.code, body.fields?.[0]?.path]).toEqual(['INPUT_REFUSED', 'scope'])
})
