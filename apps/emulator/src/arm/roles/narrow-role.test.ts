import { afterAll, expect, test } from 'vitest'
import { accounts } from '../../seed.ts'
import { errorOf, namesIn, startArm } from '../testing/testing-client.ts'
import { identityPath, makeIdentity, production, restricted } from '../testing/testing-places.ts'

const arm = await startArm()
afterAll(() => arm.emulator.close())

const group = `${production}/resourceGroups/rg-pay`
const neighbour = identityPath(group, 'id-pay-deploy')
const credential = `${neighbour}/federatedIdentityCredentials/pay-api-prod`
const authorization = 'providers/Microsoft.Authorization'
const readerRole = `roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7`

/** Makes the developer Reader of one scope in a subscription that is otherwise hidden; gives the assignment's name. */
async function letIn(scope: string, number: number): Promise<string> {
  const name = `0d0d0d0d-0000-4000-8000-${String(number).padStart(12, '0')}`
  const roleDefinitionId = `/${authorization}/${readerRole}`
  const body = { properties: { roleDefinitionId, principalId: accounts.developer.objectId } }
  const { status } = await arm.call('PUT', `${scope}/${authorization}/roleAssignments/${name}`, {
    as: 'admin',
    body,
  })
  expect(status).toBe(201)
  return name
}

const own = await makeIdentity(arm, { as: 'admin', group })
const assignment = await letIn(own, 1)

test('a role on one identity lets its credentials be listed', async () => {
  expect(namesIn(await arm.call('GET', `${own}/federatedIdentityCredentials`))).toEqual([])
})

const ofAdmin = arm.emulator.world.store.roleAssignments
  .list()
  .find(({ scope, principalId }) => scope === production && principalId === accounts.admin.objectId)

test.each([
  ['GET', group],
  ['HEAD', group],
  ['GET', neighbour],
  ['GET', `${neighbour}/federatedIdentityCredentials`],
  ['GET', credential],
  ['GET', `${production}/${authorization}/roleDefinitions`],
  ['GET', `${production}/${authorization}/${readerRole}`],
  ['GET', `${production}/${authorization}/roleAssignments/${ofAdmin?.name}`],
])('a role on one identity does not allow %s %s', async (method, path) => {
  const answer = await arm.call(method, path)
  expect(answer.status).toBe(403)
  expect(errorOf(answer).code).toBe(method === 'HEAD' ? undefined : 'AuthorizationFailed')
  expect((await arm.call(method, path, { as: 'admin' })).status).toBeLessThan(300)
})

test('a role on one identity shows the role assignments of that identity alone', async () => {
  const list = `${production}/${authorization}/roleAssignments`
  expect(namesIn(await arm.call('GET', list))).toEqual([assignment])
})

test('who sees no role in a subscription learns nothing of its permissions', async () => {
  const answer = await arm.call('GET', `${restricted}/${authorization}/permissions`)
  expect(errorOf(answer)).toMatchObject({ status: 404, code: 'SubscriptionNotFound' })
})

test('a deleted identity takes the roles on it with it', async () => {
  const path = await makeIdentity(arm, { as: 'admin', group })
  await letIn(path, 2)
  expect((await arm.call('GET', path)).status).toBe(200)
  expect((await arm.call('DELETE', path, { as: 'admin' })).status).toBe(200)
  await makeIdentity(arm, { as: 'admin', group, name: path.split('/').at(-1) ?? '' })
  expect((await arm.call('GET', path)).status).toBe(403)
})

test('a deleted group takes the roles on it with it', async () => {
  const path = `${production}/resourceGroups/rg-short-lived`
  const make = () => arm.call('PUT', path, { as: 'admin', body: { location: 'westeurope' } })
  await make()
  await letIn(path, 3)
  expect((await arm.call('GET', path)).status).toBe(200)
  expect((await arm.call('DELETE', path, { as: 'admin' })).status).toBe(202)
  await make()
  expect((await arm.call('GET', path)).status).toBe(403)
})
