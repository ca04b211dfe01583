import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { given } from '../../src/testing/given.ts'
import { openTarget } from '../target/target.ts'
import { armClients, collect } from './clients.ts'

const target = await openTarget()
const { authorization, msi, resources } = armClients(target)
const { roleAssignments, roleDefinitions, permissions } = authorization
const group = target.groupName('roles')
const subscription = `/subscriptions/${target.subscriptionId}`
const scope = `${subscription}/resourceGroups/${group}`
let principalId = ''

beforeAll(async () => {
  await resources.resourceGroups.createOrUpdate(group, { location: target.location })
  const identity = await msi.userAssignedIdentities.createOrUpdate(group, 'id-role', {
    location: target.location,
  })
  principalId = given(identity.principalId, 'a principal')
})
afterAll(async () => {
  await resources.resourceGroups.delete(group)
  await target.close()
})

async function roleNamed(name: string): Promise<string> {
  const [role] = await collect(roleDefinitions.list(scope, { filter: `roleName eq '${name}'` }))
  return given(role?.id, `the role ${name}`)
}

test('arm-authorization finds a role by name and by id', async () => {
  const id = await roleNamed('Managed Identity Contributor')
  expect(id).toMatch(/e40ec5ca-96e0-45a2-b4ff-59039f2c2b59$/)
  const role = await roleDefinitions.get(scope, 'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59')
  expect(JSON.stringify(role.permissions)).toContain('federatedIdentityCredentials/write')
})

test('arm-authorization assigns a role once, reads it and takes it away', async () => {
  const roleDefinitionId = await roleNamed('Reader')
  const name = randomUUID()
  const body = { roleDefinitionId, principalId, principalType: 'ServicePrincipal' }
  expect(await roleAssignments.create(scope, name, body)).toMatchObject({ name, principalId, scope })
  expect(await roleAssignments.get(scope, name)).toMatchObject({ principalType: 'ServicePrincipal' })
  const again = roleAssignments.create(scope, randomUUID(), body)
  await expect(again).rejects.toMatchObject({ statusCode: 409, code: 'RoleAssignmentExists' })
  for (const filter of [`principalId eq '${principalId}'`, `assignedTo('${principalId}')`]) {
    expect(await collect(roleAssignments.listForScope(scope, { filter }))).toHaveLength(1)
    expect(await collect(roleAssignments.listForSubscription({ filter }))).toHaveLength(1)
    expect(await collect(roleAssignments.listForResourceGroup(group, { filter }))).toHaveLength(1)
  }
  await roleAssignments.delete(scope, name)
  await expect(roleAssignments.get(scope, name)).rejects.toMatchObject({ statusCode: 404 })
})

test('arm-authorization makes a role of one’s own, assigns and deletes it', async () => {
  const roleDefinitionId = randomUUID()
  const action = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/read'
  const made = await roleDefinitions.createOrUpdate(scope, roleDefinitionId, {
    roleName: `Judge of ${roleDefinitionId}`,
    roleType: 'CustomRole',
    permissions: [{ actions: [action], notActions: [] }],
    assignableScopes: [scope],
  })
  expect(made).toMatchObject({ roleType: 'CustomRole', permissions: [{ actions: [action] }] })
  const name = randomUUID()
  await roleAssignments.create(scope, name, {
    roleDefinitionId: given(made.id, 'an id'),
    principalId,
    principalType: 'ServicePrincipal',
  })
  await roleAssignments.delete(scope, name)
  await roleDefinitions.delete(scope, roleDefinitionId)
  await expect(roleDefinitions.get(scope, roleDefinitionId)).rejects.toMatchObject({ statusCode: 404 })
})

test('arm-authorization reads what the caller may do at a group and at an identity', async () => {
  const all = expect.objectContaining({ actions: ['*'] })
  expect(await collect(permissions.listForResourceGroup(group))).toContainEqual(all)
  const atIdentity = permissions.listForResource(
    group,
    'Microsoft.ManagedIdentity',
    '',
    'userAssignedIdentities',
    'id-role',
  )
  expect(await collect(atIdentity)).toContainEqual(all)
})

test('arm-authorization hears that a principal is unknown', async () => {
  const roleDefinitionId = await roleNamed('Reader')
  const unknown = roleAssignments.create(scope, randomUUID(), { roleDefinitionId, principalId: randomUUID() })
  await expect(unknown).rejects.toMatchObject({ statusCode: 400, code: 'PrincipalNotFound' })
})
