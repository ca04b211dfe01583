import { afterAll, expect, test } from 'vitest'
import { accounts } from '../../seed.ts'
import { errorOf, isRecord, startArm, type ArmAnswer, type TestCaller } from '../testing/testing-client.ts'
import { development, makeIdentity, payCredential, payGroup, payIdentity } from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const roles = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  contributor: 'b24988ac-6180-42a0-ab88-20f7382dd24c',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
}
const under = (scope: string, rest: string) => `${scope}/providers/Microsoft.Authorization/${rest}`
const definitionId = (guid: string) => `/providers/Microsoft.Authorization/roleDefinitions/${guid}`

let count = 0
function freshGuid(): string {
  count += 1
  return `0b0b0b0b-0000-4000-8000-${String(count).padStart(12, '0')}`
}

function assign(
  scope: string,
  properties: Record<string, unknown>,
  name = freshGuid(),
  as: TestCaller = 'admin',
) {
  return arm.call('PUT', under(scope, `roleAssignments/${name}`), { as, body: { properties } })
}

function valueOf({ body }: ArmAnswer): Record<string, unknown>[] {
  return isRecord(body) && Array.isArray(body.value) ? body.value.filter(isRecord) : []
}

test.each([
  ['developer', payGroup, ['*'], 11],
  ['developer', payIdentity, ['*'], 11],
  ['developer', payCredential, ['*'], 11],
  ['reader', payGroup, ['*/read'], 0],
  ['admin', payIdentity, ['*'], 0],
] as const)('permissions of %s at %s are those of the one role', async (as, scope, actions, withheld) => {
  const value = valueOf(await arm.call('GET', under(scope, 'permissions'), { as }))
  expect(value).toMatchObject([{ actions, dataActions: [], notDataActions: [] }])
  expect(value[0]?.notActions).toHaveLength(withheld)
})

test('permissions have one element for each role that works at the scope, and lose it with the role', async () => {
  const identity = await makeIdentity(arm)
  const name = freshGuid()
  const properties = { roleDefinitionId: definitionId(roles.owner), principalId: accounts.developer.objectId }
  expect((await assign(identity, properties, name)).status).toBe(201)
  const at = async (scope: string) => valueOf(await arm.call('GET', under(scope, 'permissions'))).length
  expect(await at(identity)).toBe(2)
  expect(await at(payGroup)).toBe(1)
  expect((await arm.call('DELETE', under(identity, `roleAssignments/${name}`))).status).toBe(200)
  expect(await at(identity)).toBe(1)
})

test.each([
  [`${development}/resourceGroups/rg-missing`, 'ResourceGroupNotFound'],
  [`${payIdentity}-missing`, 'ResourceNotFound'],
])('permissions at %s: %s', async (scope, code) => {
  expect(errorOf(await arm.call('GET', under(scope, 'permissions')))).toMatchObject({ status: 404, code })
})

test('roles are found by name, in any case, with the subscription in their id', async () => {
  const path = under(
    development,
    "roleDefinitions?api-version=2022-04-01&$filter=roleName eq 'managed identity contributor'",
  )
  expect(valueOf(await arm.call('GET', path))).toMatchObject([
    {
      id: under(development, 'roleDefinitions/e40ec5ca-96e0-45a2-b4ff-59039f2c2b59'),
      properties: { roleName: 'Managed Identity Contributor', type: 'BuiltInRole' },
    },
  ])
})

test.each(['roleName ne 2', "colour eq 'red'", "roleName eq 'Owner' or roleName eq 'Reader'"])(
  'the filter %s is refused',
  async (filter) => {
    const path = under(development, `roleDefinitions?api-version=2022-04-01&$filter=${filter}`)
    expect(errorOf(await arm.call('GET', path)).status).toBe(400)
  },
)

test('one role definition is read at the tenant and at a scope; an unknown one is not found', async () => {
  const wanted = `roleDefinitions/${roles.reader}`
  expect((await arm.call('GET', under('', wanted))).body).toMatchObject({ id: definitionId(roles.reader) })
  expect((await arm.call('GET', under(payGroup, wanted))).body).toMatchObject({
    id: under(development, wanted),
  })
  const answer = await arm.call('GET', under(development, `roleDefinitions/${freshGuid()}`))
  expect(errorOf(answer)).toMatchObject({ status: 404, code: 'RoleDefinitionDoesNotExist' })
})

test('a role is assigned with 201, again with 200, and under another name it exists already', async () => {
  const identity = await makeIdentity(arm)
  const principalId = await principalOf(identity)
  const properties = {
    roleDefinitionId: definitionId(roles.reader),
    principalId,
    principalType: 'ServicePrincipal',
  }
  const name = freshGuid()
  const created = await assign(payGroup, properties, name)
  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({
    id: under(payGroup, `roleAssignments/${name}`),
    properties: {
      principalId,
      scope: payGroup,
      roleDefinitionId: under(development, `roleDefinitions/${roles.reader}`),
    },
  })
  expect((await assign(payGroup, properties, name)).status).toBe(200)
  expect(errorOf(await assign(payGroup.toLowerCase(), properties))).toEqual({
    status: 409,
    code: 'RoleAssignmentExists',
    message: 'The role assignment already exists.',
  })
  const other = { ...properties, roleDefinitionId: definitionId(roles.contributor) }
  expect(errorOf(await assign(payGroup, other, name))).toMatchObject({
    code: 'RoleAssignmentUpdateNotPermitted',
  })
  const path = under(payGroup, `roleAssignments/${name}`)
  expect((await arm.call('DELETE', path, { as: 'admin' })).status).toBe(200)
  expect((await arm.call('DELETE', path, { as: 'admin' })).status).toBe(204)
  expect(errorOf(await arm.call('GET', path))).toMatchObject({ status: 404, code: 'RoleAssignmentNotFound' })
})

test.each([
  ['no role', { principalId: accounts.reader.objectId }, 400, 'InvalidCreateRoleAssignmentRequest'],
  [
    'no principal',
    { roleDefinitionId: definitionId(roles.reader) },
    400,
    'InvalidCreateRoleAssignmentRequest',
  ],
  [
    'an unknown role',
    {
      roleDefinitionId: definitionId('00000000-0000-4000-8000-00000000dead'),
      principalId: accounts.reader.objectId,
    },
    404,
    'RoleDefinitionDoesNotExist',
  ],
  [
    'an unknown principal',
    { roleDefinitionId: definitionId(roles.reader), principalId: '00000000-0000-4000-8000-00000000dead' },
    400,
    'PrincipalNotFound',
  ],
  [
    'the wrong principal type',
    {
      roleDefinitionId: definitionId(roles.owner),
      principalId: accounts.reader.objectId,
      principalType: 'ServicePrincipal',
    },
    400,
    'UnmatchedPrincipalType',
  ],
  [
    'a condition of no version',
    { roleDefinitionId: definitionId(roles.owner), principalId: accounts.reader.objectId, condition: 'x' },
    400,
    'InvalidConditionVersion',
  ],
])('an assignment with %s is refused', async (_, properties, status, code) => {
  expect(errorOf(await assign(payGroup, properties))).toMatchObject({ status, code })
})

test('an assignment is named by a GUID', async () => {
  const properties = { roleDefinitionId: definitionId(roles.reader), principalId: accounts.reader.objectId }
  const answer = await assign(payGroup, properties, 'my-assignment')
  expect(errorOf(answer)).toMatchObject({ status: 400, code: 'InvalidRoleAssignmentId' })
})

test('a Contributor cannot give away roles', async () => {
  const properties = { roleDefinitionId: definitionId(roles.owner), principalId: accounts.developer.objectId }
  const answer = await assign(payGroup, properties, freshGuid(), 'developer')
  expect(errorOf(answer)).toMatchObject({ status: 403, code: 'AuthorizationFailed' })
})

test('atScope leaves out what lies below; principalId and assignedTo pick one principal', async () => {
  const identity = await makeIdentity(arm)
  const properties = { roleDefinitionId: definitionId(roles.reader), principalId: accounts.admin.objectId }
  await assign(identity, properties)
  const count = async (filter: string) => {
    const path = under(payGroup, `roleAssignments?api-version=2022-04-01&$filter=${filter}`)
    return valueOf(await arm.call('GET', path, { as: 'admin' })).length
  }
  const [all, atScope] = [await count(''), await count('atScope()')]
  expect(all).toBe(atScope + 1)
  expect(await count(`principalId eq '${accounts.admin.objectId}'`)).toBe(2)
  expect(await count(`assignedTo('${accounts.admin.objectId}')`)).toBe(2)
  expect(await count(`atScope() and assignedTo('${accounts.admin.objectId}')`)).toBe(1)
})

async function principalOf(identity: string): Promise<unknown> {
  const { body } = await arm.call('GET', identity)
  return isRecord(body) && isRecord(body.properties) ? body.properties.principalId : undefined
}

test.each([
  ['Reader', 'acdd72a7-3385-48ef-bd42-f606fba81ae7'],
  ['Storage Blob Data Reader', '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'],
  ['Storage Blob Data Contributor', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'],
  ['Storage Blob Data Owner', 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'],
  ['Key Vault Secrets User', '4633458b-17de-408a-b874-0445c86b69e6'],
  ['Key Vault Secrets Officer', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'],
  ['AcrPull', '7f951dda-4ed3-4680-a7ca-43fe172d538d'],
  ['AcrPush', '8311e382-0749-4cb8-b61a-304f252e45ec'],
  ['Website Contributor', 'de139f84-1756-47ae-9be6-808fbbe84772'],
  ['Network Contributor', '4d97b98b-1d4f-4787-a291-c67834d212e7'],
])('the built-in role %s has the id of the vendor’s page', async (roleName, guid) => {
  const answer = await arm.call('GET', under(payGroup, `roleDefinitions/${guid}`))
  expect(answer).toMatchObject({ status: 200, body: { name: guid, properties: { roleName } } })
})
