import { decodeJwt } from 'jose'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { SignInAudience } from '../../kernel/entities/directory.ts'
import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import { storeCredential } from '../../kernel/credential-writes.ts'
import { automationClient, partnerTenant, tokenExchangeAudience } from '../../seed.ts'
import { firstParty } from '../../seed-first-party.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { assertionType } from '../token/client-authentication.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, httpsOrigin, browserOrigin } = emulator
const { token } = entraRequests(emulator)
const { tenantId } = world.settings
const [identity, other] = world.store.identities.list()
const { principalId, clientId } = given(identity, 'the seed')
const application = given(world.store.applications.get(automationClient.clientId), 'the automation client')
const entra = `https://login.microsoftonline.com/${tenantId}/v2.0`
const azureDevOps = '/eid1/c/pub/t/Djsfj1JqHE2aPit8XU5vEA/a/rISbSSETf0KqFyZ8ppdXmA/sc/org/connection'

function trust(subject: string, issuer = entra) {
  storeCredential(world, `${applicationKey(application.objectId)}/federatedidentitycredentials/one`, {
    id: 'one',
    parent: { kind: 'application', objectId: application.objectId },
    name: 'one',
    issuer,
    subject,
    audiences: [tokenExchangeAudience],
    description: null,
    claimsMatchingExpression: null,
    createdAt: 0,
  })
}

function trustOnIdentity(subject: string) {
  const { subscriptionId, resourceGroup, name } = given(other, 'the seed')
  const resourceId =
    `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/microsoft.managedidentity/userassignedidentities/${name}`.toLowerCase()
  storeCredential(world, `${resourceId}/federatedidentitycredentials/one`, {
    id: 'two',
    parent: { kind: 'managedIdentity', resourceId },
    name: 'one',
    issuer: entra,
    subject,
    audiences: [tokenExchangeAudience],
    description: null,
    claimsMatchingExpression: null,
    createdAt: 0,
  })
}

/** What the identity's machine is given. */
async function identityToken(resource: string = tokenExchangeAudience): Promise<string> {
  const query = new URLSearchParams({ 'api-version': '2018-02-01', resource, client_id: clientId })
  const response = await emulator.fetch(
    `${browserOrigin}/metadata/identity/oauth2/token?${query.toString()}`,
    {
      headers: { metadata: 'true' },
    },
  )
  const body = await response.json()
  return typeof body === 'object' && body !== null && 'access_token' in body ? String(body.access_token) : ''
}

const exchange = (assertion: string, client: string = application.appId) =>
  token({
    grant_type: 'client_credentials',
    client_id: client,
    client_secret: undefined,
    scope: 'https://management.azure.com/.default',
    client_assertion_type: assertionType,
    client_assertion: assertion,
  })

/** A token signed by Entra itself, as its own services get them. */
const minted = (claims: Record<string, unknown>) =>
  world.keys.sign('entra', {
    iss: entra,
    aud: firstParty.tokenExchange.appId,
    sub: azureDevOps,
    exp: Math.floor(world.clock.now() / 1000) + 600,
    idtyp: 'app',
    ...claims,
  })

beforeEach(() => trust(principalId))

test('a user-assigned identity of the same tenant is as good as a secret of the application that trusts it', async () => {
  const { body } = await exchange(await identityToken())
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    oid: automationClient.servicePrincipalId,
    appidacr: '2',
  })
})

test("a trust may name Entra as the emulator's discovery does", async () => {
  trust(principalId, `${httpsOrigin}/${tenantId}/v2.0`)
  expect((await exchange(await identityToken())).status).toBe(200)
})

test('the client id in place of the principal id does not match', async () => {
  trust(clientId)
  expect((await exchange(await identityToken())).body.error_codes).toEqual([700213])
})

test("a caller of Microsoft's own is taken by a single-tenant application and by a managed identity", async () => {
  trust(azureDevOps)
  trustOnIdentity(azureDevOps)
  expect((await exchange(await minted({}))).status).toBe(200)
  expect((await exchange(await minted({}), given(other, 'the seed').clientId)).status).toBe(200)
})

test('a trust on a multi-tenant application is not for callers of Microsoft, but for managed identities', async () => {
  const setAudience = (signInAudience: SignInAudience) =>
    world.store.applications.put(application.appId, { ...application, signInAudience })
  setAudience('AzureADMultipleOrgs')
  expect((await exchange(await identityToken())).status).toBe(200)
  trust(azureDevOps)
  expect((await exchange(await minted({}))).body.error_codes).toEqual([70052])
  setAudience('AzureADMyOrg')
})

test("another subject of Microsoft's own is answered with the one that is wanted", async () => {
  trust(`${azureDevOps}2`)
  const { body } = await exchange(await minted({}))
  expect(body.error_codes).toEqual([7002137])
  expect(body.error_description).toContain(
    `make sure the federated identity credential Subject is '${azureDevOps}'.`,
  )
})

test.for<[string, string, () => Promise<string>, number]>([
  ['of an application', entra, () => minted({ sub: principalId }), 700226],
  ['of a person', entra, () => minted({ sub: principalId, idtyp: 'user', scp: 'a' }), 700229],
  [
    'of version 1.0',
    `https://sts.windows.net/${tenantId}/`,
    () => minted({ iss: `https://sts.windows.net/${tenantId}/`, sub: principalId }),
    700222,
  ],
  [
    'of another tenant',
    `https://login.microsoftonline.com/${partnerTenant.tenantId}/v2.0`,
    () => minted({ iss: `https://login.microsoftonline.com/${partnerTenant.tenantId}/v2.0` }),
    700236,
  ],
  [
    'of another cloud',
    `https://login.microsoftonline.us/${tenantId}/v2.0`,
    () => minted({ iss: `https://login.microsoftonline.us/${tenantId}/v2.0` }),
    900382,
  ],
  [
    'for another resource',
    entra,
    () => minted({ sub: principalId, xms_mirid: 'x', aud: 'api://other' }),
    700212,
  ],
  [
    'that came of a federation itself',
    entra,
    () => minted({ xms_mirid: 'x', sub: principalId, xms_ficinfo: 'x' }),
    700231,
  ],
  [
    'that Entra did not sign',
    entra,
    () =>
      world.keys.sign('issuer-github', {
        iss: entra,
        aud: tokenExchangeAudience,
        sub: azureDevOps,
        exp: Math.floor(world.clock.now() / 1000) + 600,
      }),
    7000272,
  ],
])('a token of Entra %s is refused', async ([, issuer, make, code]) => {
  const assertion = await make()
  trust(decodeJwt(assertion).sub ?? '', issuer)
  const { status, body } = await exchange(assertion)
  expect(status).toBe(401)
  expect(body.error_codes).toEqual([code])
})

test('a token for the exchange that an identity got with an outside token is marked, and not exchanged again', async () => {
  trustOnIdentity(azureDevOps)
  const federated = given(other, 'the seed')
  const { body } = await token({
    grant_type: 'client_credentials',
    client_id: federated.clientId,
    client_secret: undefined,
    scope: `${tokenExchangeAudience}/.default`,
    client_assertion_type: assertionType,
    client_assertion: await minted({}),
  })
  trust(federated.principalId)
  expect((await exchange(body.access_token ?? '')).body.error_codes).toEqual([700231])
})

test('a managed identity does not take the token of another one', async () => {
  trustOnIdentity(principalId)
  const { body } = await exchange(await identityToken(), given(other, 'the seed').clientId)
  expect(body.error_description).toContain(
    'AADSTS700222: AAD-issued tokens may not be used for federated identity flows',
  )
})
