import { afterAll, expect, test } from 'vitest'
import { firstParty } from '../../seed-first-party.ts'
import { automationClient } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { eventual, refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const { store } = emulator.world
const [parent, credential] = given(
  store.identities.entries().flatMap(([key, identity]) => {
    const [first] = store.credentials.by('parent', key)
    return first ? [[identity, first] as const] : []
  })[0],
  'a seeded identity with a credential',
)

test('a managed identity is a principal without an application', async () => {
  expect(await call('GET', `/servicePrincipals/${parent.principalId}`)).toMatchObject({
    status: 200,
    body: {
      appId: parent.clientId,
      displayName: parent.name,
      servicePrincipalType: 'ManagedIdentity',
      signInAudience: null,
      appOwnerOrganizationId: null,
      alternativeNames: [
        'isExplicit=True',
        `/subscriptions/${parent.subscriptionId}/resourcegroups/${parent.resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${parent.name}`,
      ],
    },
  })
  expect(refusalOf(await call('GET', `/applications/${parent.principalId}`))).toMatchObject({ status: 404 })
  expect(refusalOf(await call('GET', `/applications(appId='${parent.clientId}')`))).toMatchObject({
    status: 404,
  })
})

test('one query reads the credentials of every managed identity', async () => {
  const filter = encodeURIComponent('not(federatedIdentityCredentials/$count eq 0)')
  const answer = await call(
    'GET',
    `/servicePrincipals?$count=true&$filter=${filter}&$expand=federatedIdentityCredentials&$select=id,appId,displayName,federatedIdentityCredentials`,
    { headers: eventual },
  )
  expect(answer.body.value).toContainEqual({
    id: parent.principalId,
    appId: parent.clientId,
    displayName: parent.name,
    federatedIdentityCredentials: expect.arrayContaining([
      expect.objectContaining({
        name: credential.name,
        issuer: credential.issuer,
        subject: credential.subject,
      }),
    ]),
  })
})

test('its credentials are read like an application’s and written by nobody', async () => {
  const path = `/servicePrincipals/${parent.principalId}/federatedIdentityCredentials`
  expect(valuesOf(await call('GET', path), 'name')).toContain(credential.name)
  expect(await call('GET', `${path}/${credential.name}`)).toMatchObject({
    body: { issuer: credential.issuer },
  })
  const body = { name: 'other', issuer: 'https://contoso.example', subject: 'a', audiences: ['b'] }
  for (const [method, address] of [
    ['POST', path],
    ['PATCH', `${path}/${credential.name}`],
    ['DELETE', `${path}/${credential.name}`],
  ] as const) {
    expect(refusalOf(await call(method, address, { body }))).toMatchObject({
      status: 403,
      code: 'Authorization_RequestDenied',
    })
  }
})

test.for<[string, string]>([
  ['appId', `appId eq '${automationClient.clientId}'`],
  ['a name', `servicePrincipalNames/any(c:c eq '${automationClient.clientId}')`],
  ['id', `id eq '${automationClient.servicePrincipalId}'`],
])('a principal is found by %s', async ([, filter]) => {
  const found = await call('GET', `/servicePrincipals?$filter=${filter}`)
  expect(valuesOf(found, 'id')).toEqual([automationClient.servicePrincipalId])
})

test('a principal is made once, for an application of this tenant', async () => {
  const { body } = await call('POST', '/applications', { body: { displayName: 'contoso-sp' } })
  const create = () =>
    call('POST', '/servicePrincipals', { body: { appId: body.appId, accountEnabled: true } })
  expect(await create()).toMatchObject({
    status: 201,
    body: { appId: body.appId, displayName: 'contoso-sp', servicePrincipalType: 'Application' },
  })
  expect(refusalOf(await create())).toMatchObject({
    status: 409,
    code: 'Request_MultipleObjectsWithSameKeyValue',
  })
  const strange = await call('POST', '/servicePrincipals', {
    body: { appId: '00000000-0000-4000-8000-000000000000' },
  })
  expect(refusalOf(strange)).toMatchObject({ status: 400, code: 'Request_BadRequest' })
  expect(refusalOf(await call('POST', '/servicePrincipals', { body: {} }))).toMatchObject({ status: 400 })
})

test('a principal follows the name of its application', async () => {
  const { body } = await call('POST', '/applications', { body: { displayName: 'contoso-before' } })
  await call('POST', '/servicePrincipals', { body: { appId: body.appId } })
  await call('PATCH', `/applications/${String(body.id)}`, { body: { displayName: 'contoso-after' } })
  const principal = await call('GET', `/servicePrincipals(appId='${String(body.appId)}')`)
  expect(principal.body).toMatchObject({ displayName: 'contoso-after', appDisplayName: 'contoso-after' })
})

test('a principal is changed and deleted; a managed identity’s is not', async () => {
  const { body } = await call('POST', '/applications', { body: { displayName: 'contoso-off' } })
  const principal = await call('POST', '/servicePrincipals', { body: { appId: body.appId } })
  const path = `/servicePrincipals/${String(principal.body.id)}`
  expect(await call('PATCH', path, { body: { accountEnabled: false, notes: 'off' } })).toMatchObject({
    status: 204,
  })
  expect(await call('GET', path)).toMatchObject({ body: { accountEnabled: false, notes: 'off' } })
  expect(await call('DELETE', path)).toMatchObject({ status: 204 })
  expect(refusalOf(await call('GET', path))).toMatchObject({ status: 404 })
  const identity = await call('DELETE', `/servicePrincipals/${parent.principalId}`)
  expect(refusalOf(identity)).toMatchObject({ status: 403 })
})

test('Graph’s own principal lists its permissions', async () => {
  const { body } = await call(
    'GET',
    `/servicePrincipals(appId='${firstParty.graph.appId}')?$select=appRoles,oauth2PermissionScopes`,
  )
  expect(body).toMatchObject({
    appRoles: expect.arrayContaining([
      expect.objectContaining({ id: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30', value: 'Application.Read.All' }),
    ]),
    oauth2PermissionScopes: expect.arrayContaining([
      expect.objectContaining({ id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', value: 'User.Read' }),
    ]),
  })
})

test('the principal of Azure Resource Manager lists its one delegated permission', async () => {
  const { body } = await call(
    'GET',
    `/servicePrincipals(appId='${firstParty.arm.appId}')?$select=appRoles,oauth2PermissionScopes`,
  )
  expect(body).toMatchObject({
    appRoles: [],
    oauth2PermissionScopes: [
      { id: '41094075-9dad-400e-a0bd-54e686782033', value: 'user_impersonation', type: 'User' },
    ],
  })
})

const grants = [
  'DelegatedPermissionGrant.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'Directory.Read.All',
]

test('application permissions are granted, listed from both sides and taken away', async () => {
  const graph = firstParty.graph.servicePrincipalId
  const path = `/servicePrincipals/${parent.principalId}/appRoleAssignments`
  const body = {
    principalId: parent.principalId,
    resourceId: graph,
    appRoleId: '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
  }
  const as = { permissions: grants }
  const made = await call('POST', path, { body, ...as })
  expect(made).toMatchObject({
    status: 201,
    body: { ...body, principalDisplayName: parent.name, resourceDisplayName: 'Microsoft Graph' },
  })
  expect(refusalOf(await call('POST', path, { body, ...as }))).toEqual({
    status: 400,
    code: 'Request_BadRequest',
    message: 'Permission being assigned already exists on the object',
  })
  const wrong = { ...body, appRoleId: '00000000-0000-4000-8000-000000000000' }
  expect(refusalOf(await call('POST', path, { body: wrong, ...as }))).toMatchObject({ status: 400 })
  expect(valuesOf(await call('GET', path), 'appRoleId')).toEqual([body.appRoleId])
  const other = await call('GET', `/servicePrincipals/${graph}/appRoleAssignedTo`)
  expect(valuesOf(other, 'principalId')).toContain(parent.principalId)
  expect(await call('DELETE', `${path}/${String(made.body.id)}`, as)).toMatchObject({ status: 204 })
  expect(valuesOf(await call('GET', path), 'id')).toEqual([])
})

test('consent is given, changed, filtered and taken back', async () => {
  const clientId = automationClient.servicePrincipalId
  const body = {
    clientId,
    consentType: 'AllPrincipals',
    principalId: null,
    resourceId: firstParty.graph.servicePrincipalId,
    scope: 'User.Read',
  }
  const as = { permissions: grants }
  const made = await call('POST', '/oauth2PermissionGrants', { body, ...as })
  expect(made).toMatchObject({ status: 201, body })
  expect(refusalOf(await call('POST', '/oauth2PermissionGrants', { body, ...as }))).toMatchObject({
    status: 409,
  })
  const path = `/oauth2PermissionGrants/${String(made.body.id)}`
  expect(await call('PATCH', path, { body: { scope: 'User.Read openid' }, ...as })).toMatchObject({
    status: 204,
  })
  const found = await call('GET', `/oauth2PermissionGrants?$filter=clientId eq '${clientId}'`)
  expect(valuesOf(found, 'scope')).toEqual(['User.Read openid'])
  expect(await call('DELETE', path, as)).toMatchObject({ status: 204 })
  expect(refusalOf(await call('GET', path))).toMatchObject({ status: 404 })
})
