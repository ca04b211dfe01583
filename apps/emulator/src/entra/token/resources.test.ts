import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import {
  apiClient,
  automationClient,
  partnerClient,
  partnerSubscription,
  partnerTenant,
  subscriptions,
} from '../../seed.ts'
import { firstParty } from '../../seed-first-party.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { assertionType } from './client-authentication.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, httpsOrigin } = emulator
const { token } = entraRequests(emulator)
const { tenantId } = world.settings

const automation = {
  grant_type: 'client_credentials',
  client_id: automationClient.clientId,
  client_secret: automationClient.clientSecret,
}
const partner = {
  ...automation,
  client_id: partnerClient.clientId,
  client_secret: partnerClient.clientSecret,
}
const armScope = 'https://management.azure.com/.default'

async function claimsFor(scope: string) {
  const { body } = await token({ ...automation, scope })
  return decodeJwt(given(body.access_token, JSON.stringify(body)))
}

test('Graph is told the application permissions that were granted, ARM none', async () => {
  const roles = [
    'Application.ReadWrite.All',
    'AuditLog.Read.All',
    'Directory.Read.All',
    'DelegatedPermissionGrant.ReadWrite.All',
  ]
  expect(await claimsFor('https://graph.microsoft.com/.default')).toMatchObject({ roles })
  expect(await claimsFor(`${httpsOrigin}//.default`)).toMatchObject({ aud: `${httpsOrigin}/`, roles })
  expect(await claimsFor(armScope)).not.toHaveProperty('roles')
})

test.for([apiClient.identifierUri, apiClient.clientId])(
  'an application is a resource by %s, with version 2.0 tokens where it asks for them',
  async (identifier) => {
    const id = 'grant-of-orders'
    world.store.appRoleAssignments.put(id, {
      id,
      appRoleId: apiClient.roleId,
      principalId: automationClient.servicePrincipalId,
      principalType: 'ServicePrincipal',
      resourceId: apiClient.servicePrincipalId,
      createdAt: 0,
    })
    const claims = await claimsFor(`${identifier}/.default`)
    expect(claims).toMatchObject({
      aud: apiClient.clientId,
      iss: `${httpsOrigin}/${tenantId}/v2.0`,
      ver: '2.0',
      azp: automationClient.clientId,
      azpacr: '1',
      roles: [apiClient.role],
    })
    expect(claims).not.toHaveProperty('appid')
  },
)

test('an application that says nothing of versions gets version 1.0 tokens for the address asked for', async () => {
  const application = given(world.store.applications.get(partnerClient.clientId), 'the seed')
  world.store.applications.put(application.appId, { ...application, identifierUris: ['api://sync'] })
  const claims = await claimsFor('api://sync/.default')
  expect(claims).toMatchObject({ aud: 'api://sync', iss: `https://sts.windows.net/${tenantId}/`, ver: '1.0' })
})

test.for([
  ['api://AzureADTokenExchange', firstParty.tokenExchange.appId],
  [firstParty.tokenExchange.appId, firstParty.tokenExchange.appId],
  ['api://AzureADTokenExchangeUSGov', 'api://AzureADTokenExchangeUSGov'],
  ['api://AzureADTokenExchangeChina', 'api://AzureADTokenExchangeChina'],
] as const)("the token exchange is a resource by %s, under Entra's own name", async ([identifier, aud]) => {
  expect(await claimsFor(`${identifier}/.default`)).toMatchObject({
    aud,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    ver: '2.0',
  })
})

test('an application without a principal is no resource', async () => {
  world.store.servicePrincipals.delete(apiClient.servicePrincipalId)
  const { body } = await token({ ...automation, scope: `${apiClient.identifierUri}/.default` })
  expect(body.error_codes).toEqual([500011])
})

const read = async (accessToken: string, subscriptionId: string) => {
  const response = await emulator.fetch(
    `${httpsOrigin}/subscriptions/${subscriptionId}?api-version=2022-12-01`,
    {
      headers: { authorization: `Bearer ${accessToken}` },
    },
  )
  return response.status
}

test("an application of two tenants signs in to the partner's with its own secret, and reads there alone", async () => {
  const { body } = await token({ ...partner, scope: armScope }, {}, partnerTenant.tenantId)
  const accessToken = given(body.access_token, JSON.stringify(body))
  expect(decodeJwt(accessToken)).toMatchObject({
    tid: partnerTenant.tenantId,
    iss: `https://sts.windows.net/${partnerTenant.tenantId}/`,
    oid: partnerClient.partnerPrincipalId,
  })
  expect(await read(accessToken, partnerSubscription.subscriptionId)).toBe(200)
  expect(await read(accessToken, subscriptions.development.subscriptionId)).not.toBe(200)
  const home = await token({ ...partner, scope: armScope })
  expect(decodeJwt(home.body.access_token ?? '')).toMatchObject({ oid: partnerClient.servicePrincipalId })
})

test("an outside token that the home application trusts is good for the partner's directory too", async () => {
  const now = Math.floor(world.clock.now() / 1000)
  const assertion = await world.keys.sign('issuer-github', {
    iss: 'https://token.actions.githubusercontent.com',
    sub: partnerClient.subject,
    aud: 'api://AzureADTokenExchange',
    exp: now + 600,
  })
  const fields = {
    ...partner,
    client_secret: undefined,
    client_assertion: assertion,
    client_assertion_type: assertionType,
    scope: armScope,
  }
  const { body } = await token(fields, {}, partnerTenant.domain)
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ tid: partnerTenant.tenantId })
})

test("a single-tenant application, and one without a principal, do not sign in to the partner's directory", async () => {
  const single = await token({ ...automation, scope: armScope }, {}, partnerTenant.tenantId)
  expect(single.body.error_description).toContain(
    `AADSTS700016: Application with identifier '${automationClient.clientId}' was not found in the directory 'Fabrikam'.`,
  )
  world.store.servicePrincipals.delete(partnerClient.partnerPrincipalId)
  const missing = await token({ ...partner, scope: armScope }, {}, partnerTenant.tenantId)
  expect(missing.body.error_codes).toEqual([7000229])
})

test("Graph says that it does not have the partner's directory", async () => {
  const iss = `https://sts.windows.net/${partnerTenant.tenantId}/`
  const exp = Math.floor(world.clock.now() / 1000) + 60
  const claims = { iss, tid: partnerTenant.tenantId, aud: 'https://graph.microsoft.com', exp, idtyp: 'app' }
  const response = await emulator.fetch(`${httpsOrigin}/v1.0/organization`, {
    headers: { authorization: `Bearer ${await world.keys.sign('entra', claims)}` },
  })
  expect(response.status).toBe(501)
})

test('version 1.0 takes a resource in place of a scope and answers with numbers as text', async () => {
  const resource = 'https://management.core.windows.net/'
  for (const tenant of [tenantId, 'adfs']) {
    const response = await emulator.fetch(`${httpsOrigin}/${tenant}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...automation, resource }),
    })
    expect(await response.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: '3599',
      expires_on: expect.stringMatching(/^\d+$/),
      resource,
    })
  }
})

test('every request for tokens leaves a row of the sign-in log, refused ones with their number', async () => {
  const before = world.store.signIns.size()
  await token({ ...automation, scope: armScope })
  await token({ ...automation, client_secret: 'guess', scope: armScope })
  const rows = world.store.signIns.list().slice(before)
  expect(rows).toMatchObject([
    {
      eventType: 'servicePrincipal',
      appId: automationClient.clientId,
      servicePrincipalId: automationClient.servicePrincipalId,
      clientCredentialType: 'clientSecret',
      resourceDisplayName: 'Windows Azure Service Management API',
      errorCode: 0,
    },
    { errorCode: 7000215, clientCredentialType: 'clientSecret', resourceAppId: firstParty.arm.appId },
  ])
})
