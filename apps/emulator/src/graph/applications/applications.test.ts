import { afterAll, expect, test } from 'vitest'
import { accounts, automationClient, portalClient, tenantDomain } from '../../seed.ts'
import { refusalOf, startGraph, valuesOf } from '../testing/graph-client.ts'
import { appRole } from '../testing/app-role.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const nobody = '00000000-0000-4000-8000-000000000000'

async function makeApplication(displayName: string, more: object = {}) {
  const { status, body } = await call('POST', '/applications', {
    body: { displayName, signInAudience: 'AzureADMyOrg', ...more },
  })
  return { status, id: String(body.id), appId: String(body.appId), body }
}

test('a new application has the documented shape and defaults', async () => {
  const { status, body } = await call('POST', '/applications', { body: { displayName: 'contoso-new' } })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    displayName: 'contoso-new',
    signInAudience: 'AzureADandPersonalMicrosoftAccount',
    publisherDomain: tenantDomain,
    identifierUris: [],
    uniqueName: null,
    api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [] },
    web: { redirectUris: [], implicitGrantSettings: { enableIdTokenIssuance: false } },
    spa: { redirectUris: [] },
    publicClient: { redirectUris: [] },
    keyCredentials: [],
    passwordCredentials: [],
  })
  expect(body.createdDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  expect(body).not.toHaveProperty('createdByAppId')
})

test('it is read by object id, application id and unique name', async () => {
  const { id, appId } = await makeApplication('contoso-keys', { uniqueName: 'contoso-keys' })
  for (const key of [`/${id}`, `('${id}')`, `(appId='${appId}')`, "(uniqueName='contoso-keys')"]) {
    expect({ key, ...(await call('GET', `/applications${key}?$select=id`)) }).toMatchObject({
      key,
      body: { id },
    })
  }
  expect(refusalOf(await call('GET', `/applications/${appId}`))).toMatchObject({
    status: 404,
    code: 'Request_ResourceNotFound',
  })
})

test('PATCH changes what it names, also inside web and api, and nothing else', async () => {
  const { id } = await makeApplication('contoso-patch', {
    web: { homePageUrl: 'https://contoso.example/', redirectUris: ['https://contoso.example/a'] },
  })
  const scope = {
    ...appRole('3', 'access_as_user'),
    adminConsentDisplayName: 'x',
    adminConsentDescription: 'x',
  }
  const { displayName: _, description: __, allowedMemberTypes: ___, ...permission } = scope
  const changes = [
    { web: { redirectUris: ['https://contoso.example/b'] } },
    { spa: { redirectUris: ['http://localhost:3000'] }, tags: ['team-a'], notes: 'note' },
    { identifierUris: [`api://${id}`] },
    { api: { oauth2PermissionScopes: [permission] } },
    { api: { preAuthorizedApplications: [{ appId: nobody, delegatedPermissionIds: [permission.id] }] } },
    { optionalClaims: { idToken: [{ name: 'email' }] } },
  ]
  for (const body of changes) {
    expect(await call('PATCH', `/applications/${id}`, { body })).toMatchObject({ status: 204, text: '' })
  }
  expect(await call('GET', `/applications/${id}`)).toMatchObject({
    body: {
      displayName: 'contoso-patch',
      web: { homePageUrl: 'https://contoso.example/', redirectUris: ['https://contoso.example/b'] },
      spa: { redirectUris: ['http://localhost:3000'] },
      identifierUris: [`api://${id}`],
      tags: ['team-a'],
      api: {
        oauth2PermissionScopes: [{ value: 'access_as_user' }],
        preAuthorizedApplications: [{ appId: nobody }],
      },
      optionalClaims: { idToken: [{ name: 'email' }] },
    },
  })
  const beta = await call('GET', `/beta/applications/${id}?$select=api,createdByAppId`)
  expect(beta.body).toMatchObject({
    api: { preAuthorizedApplications: [{ appId: nobody, permissionIds: [permission.id] }] },
    createdByAppId: portalClient.clientId,
  })
  const gone = { api: { oauth2PermissionScopes: [], preAuthorizedApplications: [] } }
  expect(refusalOf(await call('PATCH', `/applications/${id}`, { body: gone }))).toMatchObject({
    code: 'CannotDeleteOrUpdateEnabledEntitlement',
  })
  const other = await call('POST', '/applications', {
    body: { displayName: 'other', identifierUris: [`api://${id}`] },
  })
  expect(refusalOf(other)).toMatchObject({
    status: 400,
    message: 'Another object with the same value for property identifierUris already exists.',
  })
})

test('an application is made by its unique name only with the preference', async () => {
  const path = "/applications(uniqueName='contoso-upsert')"
  const body = { displayName: 'contoso-upsert', signInAudience: 'AzureADMyOrg' }
  const headers = { prefer: 'create-if-missing' }
  expect(refusalOf(await call('PATCH', path, { body }))).toMatchObject({ status: 404 })
  expect(await call('PATCH', path, { body, headers })).toMatchObject({
    status: 201,
    body: { uniqueName: 'contoso-upsert' },
  })
  expect(await call('PATCH', path, { body, headers })).toMatchObject({ status: 204 })
  const rename = refusalOf(await call('PATCH', path, { body: { uniqueName: 'other' } }))
  expect(rename).toMatchObject({ status: 400 })
  expect(refusalOf(await makeAgain('contoso-upsert'))).toMatchObject({ status: 409 })
})

function makeAgain(uniqueName: string) {
  return call('POST', '/applications', { body: { displayName: 'again', uniqueName } })
}

test('a certificate is kept by its thumbprint and shown whole only when asked for alone', async () => {
  const certificate = emulator.caPem.replaceAll(/-----[^-]+-----|\s/g, '')
  const { id } = await makeApplication('contoso-key', {
    keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key: certificate, displayName: 'local' }],
  })
  const plain = await call('GET', `/applications/${id}`)
  expect(plain.body.keyCredentials).toMatchObject([
    { displayName: 'local', key: null, customKeyIdentifier: expect.stringMatching(/^[0-9A-F]{40}$/) },
  ])
  const whole = await call('GET', `/applications/${id}?$select=keyCredentials`)
  expect(whole.body.keyCredentials).toMatchObject([{ key: certificate }])
  expect(await call('PATCH', `/applications/${id}`, { body: { keyCredentials: [] } })).toMatchObject({
    status: 204,
  })
  expect((await call('GET', `/applications/${id}`)).body.keyCredentials).toEqual([])
})

test('a secret is told once and can be taken away', async () => {
  const { id } = await makeApplication('contoso-secret')
  const added = await call('POST', `/applications/${id}/addPassword`, {
    body: { passwordCredential: { displayName: 'ci' } },
  })
  expect(added).toMatchObject({
    status: 200,
    body: { displayName: 'ci', secretText: expect.stringMatching(/^.{3}8Q~.{34}$/) },
  })
  const { passwordCredentials } = (await call('GET', `/applications/${id}`)).body
  expect(passwordCredentials).toMatchObject([{ keyId: added.body.keyId, secretText: null }])
  const remove = { body: { keyId: added.body.keyId } }
  expect(await call('POST', `/applications/${id}/removePassword`, remove)).toMatchObject({ status: 204 })
  expect(refusalOf(await call('POST', `/applications/${id}/removePassword`, remove))).toMatchObject({
    status: 400,
  })
})

test('owners are added once and taken away', async () => {
  const { id } = await makeApplication('contoso-owners')
  const owner = automationClient.servicePrincipalId
  const body = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${owner}` }
  expect(await call('POST', `/applications/${id}/owners/$ref`, { body })).toMatchObject({ status: 204 })
  expect(refusalOf(await call('POST', `/applications/${id}/owners/$ref`, { body }))).toEqual({
    status: 400,
    code: 'Request_BadRequest',
    message:
      "One or more added object references already exist for the following modified properties: 'owners'.",
  })
  expect(valuesOf(await call('GET', `/applications/${id}/owners`), 'id')).toEqual([
    accounts.admin.objectId,
    owner,
  ])
  expect(await call('DELETE', `/applications/${id}/owners/${owner}/$ref`)).toMatchObject({ status: 204 })
  expect(refusalOf(await call('DELETE', `/applications/${id}/owners/${owner}/$ref`))).toMatchObject({
    status: 404,
  })
  expect(
    refusalOf(await call('POST', `/applications/${id}/owners/$ref`, { body: { '@odata.id': 'x' } })),
  ).toMatchObject({ status: 400 })
})

test('what a person owns is listed, cast or not', async () => {
  const { id } = await makeApplication('contoso-mine')
  expect(valuesOf(await call('GET', '/me/ownedObjects/microsoft.graph.application'), 'id')).toContain(id)
  expect(valuesOf(await call('GET', '/me/ownedObjects'), '@odata.type')).toContain(
    '#microsoft.graph.application',
  )
  const dana = await call('GET', `/users/${accounts.developer.objectId}/ownedObjects`)
  expect(dana.body.value).toEqual([])
})

test('a deleted application waits in the recycle bin with its credentials and its principal', async () => {
  const { id, appId } = await makeApplication('contoso-bin')
  await call('POST', '/servicePrincipals', { body: { appId } })
  const credential = { name: 'kept', issuer: 'https://contoso.example', subject: 'a', audiences: ['b'] }
  await call('POST', `/applications/${id}/federatedIdentityCredentials`, { body: credential })
  expect(await call('DELETE', `/applications/${id}`)).toMatchObject({ status: 204 })
  expect(emulator.world.store.credentials.by('parent', `/applications/${id}`)).toEqual([])
  expect(refusalOf(await call('GET', `/servicePrincipals(appId='${appId}')`))).toMatchObject({ status: 404 })
  const bin = '/directory/deletedItems'
  expect(valuesOf(await call('GET', `${bin}/microsoft.graph.application`), 'id')).toContain(id)
  expect(await call('POST', `${bin}/${id}/restore`)).toMatchObject({ status: 200 })
  const kept = await call('GET', `/applications/${id}/federatedIdentityCredentials`)
  expect(valuesOf(kept, 'name')).toEqual(['kept'])
  await call('DELETE', `/applications/${id}`)
  expect(await call('DELETE', `${bin}/${id}`)).toMatchObject({ status: 204 })
  expect(refusalOf(await call('POST', `${bin}/${id}/restore`))).toMatchObject({ status: 404 })
})
