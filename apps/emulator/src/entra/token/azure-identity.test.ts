import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ClientAssertionCredential,
  ClientSecretCredential,
  OnBehalfOfCredential,
  WorkloadIdentityCredential,
  type TokenCredential,
} from '@azure/identity'
import {
  createDefaultHttpClient,
  type HttpClient,
  type PipelineRequest,
  type SendRequest,
} from '@azure/core-rest-pipeline'
import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import {
  accounts,
  apiClient,
  automationClient,
  githubIssuer,
  partnerClient,
  partnerTenant,
  tokenExchangeAudience,
} from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, httpsOrigin, caPem } = emulator
const { tenantId } = world.settings
const armScope = 'https://management.azure.com/.default'

/** The SDK's own client, told of the local CA. */
const own = createDefaultHttpClient()
const sendRequest: SendRequest = (request: PipelineRequest) =>
  own.sendRequest(Object.assign(request, { tlsSettings: { ca: caPem } }))
const httpClient: HttpClient = { sendRequest }
const options = { authorityHost: httpsOrigin, disableInstanceDiscovery: true, httpClient }

const claimsOf = async (credential: TokenCredential, enableCae = false, scope = armScope) =>
  decodeJwt(given(await credential.getToken(scope, { enableCae }), 'a token').token)

const outside = (subject: string) =>
  world.keys.sign('issuer-github', {
    iss: githubIssuer,
    sub: subject,
    aud: tokenExchangeAudience,
    exp: Math.floor(world.clock.now() / 1000) + 600,
  })

const identity = given(
  world.store.identities.list().find(({ name }) => name === 'id-pay-deploy'),
  'the seed',
)
const subject = 'repo:contoso/pay-api:environment:prod'

test('ClientSecretCredential gets a token, and says that it can be challenged when asked to', async () => {
  const { clientId, clientSecret, servicePrincipalId } = automationClient
  const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, options)
  expect(await claimsOf(credential)).toMatchObject({ oid: servicePrincipalId })
  expect(await claimsOf(credential, true)).toMatchObject({ xms_cc: ['cp1'] })
})

test("ClientAssertionCredential becomes a managed identity, and an application in the partner's directory", async () => {
  const home = new ClientAssertionCredential(tenantId, identity.clientId, () => outside(subject), options)
  expect(await claimsOf(home)).toMatchObject({ oid: identity.principalId })
  const { clientId } = partnerClient
  const away = new ClientAssertionCredential(
    partnerTenant.tenantId,
    clientId,
    () => outside(partnerClient.subject),
    options,
  )
  expect(await claimsOf(away)).toMatchObject({ tid: partnerTenant.tenantId })
})

test('a subject that nobody trusts reaches the caller of the SDK with its number', async () => {
  const credential = new ClientAssertionCredential(
    tenantId,
    identity.clientId,
    () => outside('other'),
    options,
  )
  await expect(credential.getToken(armScope)).rejects.toThrow(/AADSTS700213/)
})

test('WorkloadIdentityCredential reads its token from a file', async () => {
  const tokenFilePath = join(temporaryFolder(), 'token')
  writeFileSync(tokenFilePath, await outside(subject))
  const { clientId } = identity
  const credential = new WorkloadIdentityCredential({ ...options, tenantId, clientId, tokenFilePath })
  expect(await claimsOf(credential)).toMatchObject({ oid: identity.principalId })
})

test('OnBehalfOfCredential hands on who the person is', async () => {
  world.store.permissionGrants.put('orders', {
    id: 'orders',
    clientId: given(
      world.store.servicePrincipals.by('appId', world.settings.portal.clientId)[0],
      'the portal',
    ).objectId,
    consentType: 'AllPrincipals',
    principalId: null,
    resourceId: apiClient.servicePrincipalId,
    scope: apiClient.scope,
  })
  const userAssertionToken = await emulator.signIn(
    'developer',
    `${apiClient.identifierUri}/${apiClient.scope}`,
  )
  const { clientId, clientSecret } = apiClient
  const credential = new OnBehalfOfCredential({
    ...options,
    tenantId,
    clientId,
    clientSecret,
    userAssertionToken,
  })
  expect(await claimsOf(credential)).toMatchObject({ oid: accounts.developer.objectId, appid: clientId })
})
