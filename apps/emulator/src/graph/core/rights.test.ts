import { afterAll, expect, test } from 'vitest'
import { accounts, automationClient, directoryRoles, tokenExchangeAudience } from '../../seed.ts'
import { refusalOf, startGraph, valuesOf, type CallOptions } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const denied = {
  status: 403,
  code: 'Authorization_RequestDenied',
  message: 'Insufficient privileges to complete the operation.',
}
const fic = {
  name: 'octo-prod',
  issuer: 'https://contoso.example',
  subject: 'a',
  audiences: [tokenExchangeAudience],
}

async function applicationOf(as: 'admin' | 'developer' | 'automation', permissions?: readonly string[]) {
  const { body } = await call('POST', '/applications', {
    as,
    body: { displayName: `of ${as}` },
    ...(permissions ? { permissions } : {}),
  })
  return `/applications/${String(body.id)}`
}

test('a person changes the application they made, not the one of another', async () => {
  const own = await applicationOf('developer')
  const foreign = await applicationOf('admin')
  expect(
    await call('POST', `${own}/federatedIdentityCredentials`, { as: 'developer', body: fic }),
  ).toMatchObject({ status: 201 })
  for (const [method, path] of [
    ['POST', '/federatedIdentityCredentials'],
    ['PATCH', ''],
    ['DELETE', ''],
  ] as const) {
    expect(refusalOf(await call(method, `${foreign}${path}`, { as: 'developer', body: fic }))).toEqual(denied)
  }
  expect(await call('GET', foreign, { as: 'developer' })).toMatchObject({ status: 200 })
  expect(await call('PATCH', own, { as: 'admin', body: { notes: 'by an administrator' } })).toMatchObject({
    status: 204,
  })
})

test('an administrator of applications may change all of them', async () => {
  const foreign = await applicationOf('admin')
  const { objectId: principalId } = accounts.reader
  const roleTemplateId = directoryRoles.cloudApplicationAdministrator
  emulator.world.store.directoryRoleMembers.put(`${roleTemplateId}/${principalId}`, {
    roleTemplateId,
    principalId,
  })
  expect(await call('PATCH', foreign, { as: 'reader', body: { notes: 'x' } })).toMatchObject({ status: 204 })
})

test.for<[string, string, string, CallOptions]>([
  ['reading applications with a scope for people', 'GET', '/applications', { permissions: ['User.Read'] }],
  [
    'writing with a scope that reads',
    'POST',
    '/applications',
    { permissions: ['Application.Read.All'], body: { displayName: 'x' } },
  ],
  ['a token without scopes', 'GET', '/me', { permissions: [] }],
  ['an application without roles', 'GET', '/applications', { as: 'automation', permissions: [] }],
  [
    'an application that may read, writing',
    'POST',
    '/applications',
    { as: 'automation', permissions: ['Application.Read.All'], body: { displayName: 'x' } },
  ],
  ['sign-ins for a person without a role', 'GET', '/auditLogs/signIns', { as: 'developer' }],
  ['sign-ins without the permission', 'GET', '/auditLogs/signIns', { permissions: ['Directory.Read.All'] }],
  [
    'consent by a person without a role',
    'POST',
    '/oauth2PermissionGrants',
    { as: 'developer', permissions: ['DelegatedPermissionGrant.ReadWrite.All'], body: {} },
  ],
])('%s is denied', async ([, method, path, options]) => {
  expect(refusalOf(await call(method, path, options))).toEqual(denied)
})

test('a token that acts wholly as the person has the person’s rights and no more', async () => {
  const permissions = ['Directory.AccessAsUser.All']
  expect(await call('GET', '/applications', { as: 'developer', permissions })).toMatchObject({ status: 200 })
  const foreign = await applicationOf('admin')
  expect(refusalOf(await call('DELETE', foreign, { as: 'developer', permissions }))).toEqual(denied)
})

test('Application.ReadWrite.OwnedBy changes what the application owns, and reads all', async () => {
  const permissions = ['Application.ReadWrite.OwnedBy']
  const own = await applicationOf('automation', permissions)
  const foreign = await applicationOf('admin')
  const as = { as: 'automation', permissions } as const
  expect(valuesOf(await call('GET', `${own}/owners`, as), 'id')).toEqual([
    automationClient.servicePrincipalId,
  ])
  expect(await call('POST', `${own}/federatedIdentityCredentials`, { ...as, body: fic })).toMatchObject({
    status: 201,
  })
  expect(
    refusalOf(await call('POST', `${foreign}/federatedIdentityCredentials`, { ...as, body: fic })),
  ).toEqual(denied)
  expect(await call('GET', foreign, as)).toMatchObject({ status: 200 })
})

test('a directory role of an application gives that role’s rights alone', async () => {
  const { servicePrincipalId: principalId } = automationClient
  const roleTemplateId = directoryRoles.applicationAdministrator
  const as = { as: 'automation', permissions: [] } as const
  const foreign = await applicationOf('admin')
  emulator.world.store.directoryRoleMembers.put(`${roleTemplateId}/${principalId}`, {
    roleTemplateId,
    principalId,
  })
  expect(await call('PATCH', foreign, { ...as, body: { notes: 'x' } })).toMatchObject({ status: 204 })
  expect(refusalOf(await call('GET', '/auditLogs/signIns', as))).toEqual(denied)
  emulator.world.store.directoryRoleMembers.delete(`${roleTemplateId}/${principalId}`)
  expect(refusalOf(await call('PATCH', foreign, { ...as, body: { notes: 'x' } }))).toEqual(denied)
})

test('Application.ReadWrite.All changes every application', async () => {
  const foreign = await applicationOf('admin')
  const as = { as: 'automation', permissions: ['Application.ReadWrite.All'] } as const
  expect(await call('DELETE', foreign, as)).toMatchObject({ status: 204 })
})
