import { afterAll, expect, test } from 'vitest'
import { directoryRoles } from '../../seed.ts'
import { refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const path = '/roleManagement/directory/roleDefinitions'
const directoryReaders = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'

test('beta tells which roles are privileged', async () => {
  const privileged = await call('GET', `/beta${path}?$filter=isPrivileged eq true&$select=id`)
  expect(valuesOf(privileged, 'id')).toContain(directoryRoles.globalAdministrator)
  expect(valuesOf(privileged, 'id')).not.toContain(directoryReaders)
  const one = await call('GET', `/beta${path}/${directoryReaders}?$select=displayName,isPrivileged`)
  expect(one.body).toMatchObject({ displayName: 'Directory Readers', isPrivileged: false })
})

test.for<[string, string, string]>([
  ['asks for it', `${path}?$select=isPrivileged`, 'BadRequest'],
  ['filters by it', `${path}?$filter=isPrivileged eq true`, 'BadRequest'],
])('v1.0 does not know the property, when a client %s', async ([, address, code]) => {
  expect(refusalOf(await call('GET', address))).toMatchObject({ status: 400, code })
  const plain = await call('GET', path)
  expect(plain.body.value).not.toContainEqual(expect.objectContaining({ isPrivileged: expect.anything() }))
})

test('an unknown role is not found, and a token without the permission is refused', async () => {
  expect(refusalOf(await call('GET', `${path}/${'0'.repeat(8)}-0000-0000-0000-000000000000`))).toMatchObject({
    status: 404,
    code: 'Request_ResourceNotFound',
  })
  expect(refusalOf(await call('GET', path, { permissions: ['User.Read'] }))).toMatchObject({ status: 403 })
})
