import { afterAll, expect, test } from 'vitest'
import { accounts, subscriptions } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { errorOf, startArm, type TestCaller } from '../testing/testing-client.ts'
import { development, makeIdentity, payGroup } from '../testing/testing-places.ts'

const arm = await startArm()
const { world } = arm.emulator
afterAll(() => arm.emulator.close())

const definitionPath = (name: string) =>
  `${development}/providers/Microsoft.Authorization/roleDefinitions/${name}`
const assignmentPath = (scope: string) =>
  `${scope}/providers/Microsoft.Authorization/roleAssignments/${world.newGuid()}`
const reader = definitionPath('acdd72a7-3385-48ef-bd42-f606fba81ae7')
const owner = definitionPath('8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
const roleAdministrator = definitionPath('f58310d9-a9f6-439a-9e8d-f62e7b41a168')

function body(roleName: string, change: object = {}): { properties: object } {
  const permissions = [
    {
      actions: ['Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/*'],
      notActions: [],
    },
  ]
  return { properties: { roleName, description: 'x', permissions, assignableScopes: [payGroup], ...change } }
}

async function define(name: string, content: object, as: TestCaller = 'admin') {
  return arm.call('PUT', definitionPath(name), { as, body: content })
}

async function assign(scope: string, properties: object, as: TestCaller = 'admin') {
  const path = assignmentPath(scope)
  return { path, answer: await arm.call('PUT', path, { as, body: { properties } }) }
}

test('a custom role is made, given, used, and deleted once nobody holds it', async () => {
  const name = world.newGuid()
  const made = await define(name, body('Trust Writer'))
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ name, properties: { type: 'CustomRole', roleName: 'Trust Writer' } })
  const identity = await makeIdentity(arm)
  const credential = `${identity}/federatedIdentityCredentials/by-custom-role`
  const content = { properties: { issuer: 'https://a.example', subject: 'b', audiences: ['c'] } }
  expect((await arm.call('PUT', credential, { as: 'reader', body: content })).status).toBe(403)
  const { path } = await assign(payGroup, {
    roleDefinitionId: definitionPath(name),
    principalId: accounts.reader.objectId,
  })
  expect((await arm.call('PUT', credential, { as: 'reader', body: content })).status).toBe(201)
  const inUse = await arm.call('DELETE', definitionPath(name), { as: 'admin' })
  expect(errorOf(inUse)).toMatchObject({ status: 400, code: 'RoleDefinitionHasAssignments' })
  await arm.call('DELETE', path, { as: 'admin' })
  expect((await arm.call('DELETE', definitionPath(name), { as: 'admin' })).status).toBe(200)
  expect((await arm.call('DELETE', definitionPath(name), { as: 'admin' })).status).toBe(204)
})

test('arm-authorization lists custom roles by type, only where they can be assigned', async () => {
  const name = world.newGuid()
  await define(name, body('Listed Role'))
  const { roleDefinitions } = arm.clients('admin', subscriptions.development.subscriptionId).authorization
  const filter = "type eq 'CustomRole'"
  const found: unknown[] = []
  for await (const role of roleDefinitions.list(payGroup, { filter })) found.push(role.roleName)
  expect(found).toContain('Listed Role')
  for await (const role of roleDefinitions.list(`${development}/resourceGroups/rg-shop-dev`, { filter })) {
    expect(role.roleName).not.toBe('Listed Role')
  }
})

test.each([
  ['no permissions', body('A', { permissions: [] }), 400, 'InvalidRoleDefinition'],
  ['no name', body('', {}), 400, 'InvalidRoleDefinition'],
  ['no assignable scope', body('A', { assignableScopes: [] }), 400, 'InvalidRoleDefinition'],
  ['the tenant as scope', body('A', { assignableScopes: ['/'] }), 400, 'InvalidRoleDefinition'],
  ['the name of a built-in role', body('reader'), 409, 'RoleDefinitionWithSameNameExists'],
])('a role with %s is refused', async (_, content, status, code) => {
  expect(errorOf(await define(world.newGuid(), content))).toMatchObject({ status, code })
})

test.each([
  ['a name that is no GUID', 'writer', 'admin', 400, 'InvalidRoleDefinitionId'],
  [
    'the id of a built-in role',
    'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    'admin',
    403,
    'CannotModifyBuiltInRoleDefinition',
  ],
  [
    'the rights of a contributor',
    '00000000-0000-4000-8000-000000000001',
    'developer',
    403,
    'AuthorizationFailed',
  ],
] as const)('a role under %s is refused', async (_, name, as, status, code) => {
  expect(errorOf(await define(name, body('B'), as))).toMatchObject({ status, code })
})

test('a role given to a group works for its members, also through a group in it, and assignedTo finds it', async () => {
  const [outer, inner] = [world.newGuid(), world.newGuid()]
  const group = { mailNickname: 'team', createdAt: 0 }
  world.store.groups.put(inner, {
    ...group,
    objectId: inner,
    displayName: 'Inner',
    memberIds: [accounts.reader.objectId],
  })
  world.store.groups.put(outer, { ...group, objectId: outer, displayName: 'Outer', memberIds: [inner] })
  const { answer, path } = await assign(payGroup, { roleDefinitionId: owner, principalId: outer })
  expect(answer.body).toMatchObject({ properties: { principalType: 'Group' } })
  expect((await arm.call('PATCH', payGroup, { as: 'reader', body: {} })).status).toBe(200)
  const list = `${payGroup}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=`
  const named = async (filter: string) => {
    const { body: found } = await arm.call('GET', `${list}${filter}`, { as: 'admin' })
    return Object(found).value.map(
      ({ properties }: { properties: { principalId: string } }) => properties.principalId,
    )
  }
  expect(await named(`atScope() and assignedTo('${accounts.reader.objectId}')`)).toContain(outer)
  expect(await named(`principalId eq '${accounts.reader.objectId}'`)).not.toContain(outer)
  await arm.call('DELETE', path, { as: 'admin' })
  expect((await arm.call('PATCH', payGroup, { as: 'reader', body: {} })).status).toBe(403)
})

const limited = `(
 (!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'}))
 OR
 (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7}
  AND
  @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'ServicePrincipal'})
)
AND
(
 (!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'}))
 OR
 (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {acdd72a7-3385-48ef-bd42-f606fba81ae7})
)`

test('a condition limits which roles may be given to whom, and taken away', async () => {
  const developer = accounts.developer.objectId
  const condition = { condition: limited, conditionVersion: '2.0', description: 'delegated' }
  const made = await assign(payGroup, {
    roleDefinitionId: roleAdministrator,
    principalId: developer,
    ...condition,
  })
  expect(made.answer.body).toMatchObject({ properties: condition })
  const identity = await arm.call('GET', await makeIdentity(arm))
  const { principalId } = Object(identity.body).properties
  const asDeveloper = (properties: object) => assign(payGroup, properties, 'developer')
  const given1 = await asDeveloper({
    roleDefinitionId: reader,
    principalId,
    principalType: 'ServicePrincipal',
  })
  expect(given1.answer.status).toBe(201)
  const tooMuch = await asDeveloper({
    roleDefinitionId: owner,
    principalId,
    principalType: 'ServicePrincipal',
  })
  expect(errorOf(tooMuch.answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
  const toPerson = await asDeveloper({ roleDefinitionId: reader, principalId: accounts.reader.objectId })
  expect(errorOf(toPerson.answer)).toMatchObject({ status: 403 })
  expect((await arm.call('DELETE', given1.path)).status).toBe(200)
  const foreign = await assign(payGroup, { roleDefinitionId: owner, principalId })
  expect((await arm.call('DELETE', foreign.path)).status).toBe(403)
  await arm.call('DELETE', made.path, { as: 'admin' })
})

test('the same assignment again changes its description, and nothing else', async () => {
  const properties = { roleDefinitionId: reader, principalId: accounts.developer.objectId }
  const { path } = await assign(payGroup, properties)
  const again = await arm.call('PUT', path, {
    as: 'admin',
    body: { properties: { ...properties, description: 'why' } },
  })
  expect(again).toMatchObject({ status: 200, body: { properties: { description: 'why' } } })
  const other = { ...properties, roleDefinitionId: owner }
  const changed = await arm.call('PUT', path, { as: 'admin', body: { properties: other } })
  expect(errorOf(changed)).toMatchObject({ code: 'RoleAssignmentUpdateNotPermitted' })
  await arm.call('DELETE', path, { as: 'admin' })
})

test('an identity made a moment ago is unknown without its type, while reads are behind', async () => {
  world.reality.armVisibilityMs = 60_000
  const path = await makeIdentity(arm)
  const identity = world.store.identities.get(path.toLowerCase())
  const properties = { roleDefinitionId: reader, principalId: given(identity, 'the identity').principalId }
  const refused = await assign(payGroup, properties)
  expect(errorOf(refused.answer)).toMatchObject({ status: 400, code: 'PrincipalNotFound' })
  const typed = await assign(payGroup, { ...properties, principalType: 'ServicePrincipal' })
  expect(typed.answer.status).toBe(201)
  world.reality.armVisibilityMs = 0
})

test('nobody holds a deny assignment', async () => {
  const path = `${payGroup}/providers/Microsoft.Authorization/denyAssignments`
  expect((await arm.call('GET', path)).body).toEqual({ value: [] })
})
