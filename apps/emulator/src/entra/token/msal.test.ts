import {
  ConfidentialClientApplication,
  CryptoProvider,
  InteractionRequiredAuthError,
  type Configuration,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts, tenantDomain } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator, type TestEmulator } from '../../testing/start-test-emulator.ts'

const armScope = 'https://management.azure.com/user_impersonation'
let emulator: TestEmulator

beforeAll(async () => {
  emulator = await startTestEmulator()
})
afterAll(() => emulator.close())

/** MSAL's own network port, over a fetch that trusts the local CA. */
function networkClient(): INetworkModule {
  const send = async (url: string, method: string, options: NetworkRequestOptions = {}) => {
    const { headers, body } = options
    const response = await emulator.fetch(url, {
      method,
      ...(headers ? { headers } : {}),
      ...(body ? { body } : {}),
    })
    const text = await response.text()
    return { headers: Object.fromEntries(response.headers), body: JSON.parse(text), status: response.status }
  }
  return {
    sendGetRequestAsync: (url, options) => send(url, 'GET', options),
    sendPostRequestAsync: (url, options) => send(url, 'POST', options),
  }
}

function createClient(tenant: string, override: Partial<Configuration['auth']> = {}) {
  const { httpsOrigin, world } = emulator
  return new ConfidentialClientApplication({
    auth: {
      clientId: world.settings.portal.clientId,
      clientSecret: world.settings.portal.clientSecret,
      authority: `${httpsOrigin}/${tenant}`,
      knownAuthorities: [new URL(httpsOrigin).host],
      ...override,
    },
    system: { networkClient: networkClient() },
  })
}

async function signIn(client: ConfidentialClientApplication, scopes: string[]) {
  const redirectUri = emulator.world.settings.portal.redirectUris[0] ?? ''
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const address = await client.getAuthCodeUrl({
    scopes,
    redirectUri,
    state: 'kept',
    nonce: 'once',
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
  })
  const { username, password } = accounts.developer
  let reply = await emulator.fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ username, password }),
  })
  const moved = reply.status === 307 ? reply.headers.get('location') : null
  if (moved !== null) {
    reply = await emulator.fetch(moved, { method: 'POST', body: new URLSearchParams({ username, password }) })
  }
  const answer = new URL(reply.headers.get('location') ?? '').searchParams
  expect(answer.get('state')).toBe('kept')
  return client.acquireTokenByCode(
    { scopes, redirectUri, code: answer.get('code') ?? '', codeVerifier: verifier, nonce: 'once' },
    { code: answer.get('code') ?? '', client_info: answer.get('client_info') ?? '' },
  )
}

test('msal-node signs a person in with code and PKCE, and finds the token in its cache', async () => {
  const client = createClient(emulator.world.settings.tenantId)
  const result = await signIn(client, [armScope])
  const { tenantId } = emulator.world.settings
  expect(result.account?.homeAccountId).toBe(`${accounts.developer.objectId}.${tenantId}`)
  expect(result.account?.username).toBe(accounts.developer.username)
  expect(result.scopes).toContain(armScope)
  expect(decodeJwt(result.accessToken)).toMatchObject({
    scp: 'user_impersonation',
    oid: accounts.developer.objectId,
  })
  const account = given(result.account, 'an account')
  const silent = await client.acquireTokenSilent({ scopes: [armScope], account })
  expect(silent.fromCache).toBe(true)
  expect(silent.accessToken).toBe(result.accessToken)
})

test('msal-node refreshes, and gets a token for another resource with the same refresh token', async () => {
  const client = createClient(emulator.world.settings.tenantId)
  const result = await signIn(client, [`${emulator.httpsOrigin}/.default`])
  const account = given(result.account, 'an account')
  const again = await client.acquireTokenSilent({
    scopes: [`${emulator.httpsOrigin}/.default`],
    account,
    forceRefresh: true,
  })
  expect(again.fromCache).toBe(false)
  expect(again.accessToken).not.toBe(result.accessToken)
  const graph = await client.acquireTokenSilent({ scopes: ['User.Read'], account })
  expect(decodeJwt(graph.accessToken).aud).toBe('https://graph.microsoft.com')
})

test.for([tenantDomain, 'organizations'])('msal-node signs in through the authority /%s', async (tenant) => {
  const { store, settings } = emulator.world
  const portal = given(store.applications.get(settings.portal.clientId), 'the portal')
  store.applications.put(portal.appId, { ...portal, signInAudience: 'AzureADMultipleOrgs' })
  const result = await signIn(createClient(tenant), [armScope])
  expect(result.account?.tenantId).toBe(emulator.world.settings.tenantId)
})

test('msal-node asks for a new sign-in once the sign-ins were revoked', async () => {
  const client = createClient(emulator.world.settings.tenantId)
  const { account } = await signIn(client, [armScope])
  const revoked = await emulator.fetch(`${emulator.browserOrigin}/_emulator/sign-outs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: accounts.developer.username }),
  })
  expect(revoked.status).toBe(204)
  await expect(
    client.acquireTokenSilent({
      scopes: [armScope],
      account: given(account, 'an account'),
      forceRefresh: true,
    }),
  ).rejects.toThrow(InteractionRequiredAuthError)
})

test('msal-node reports a wrong client secret with the number Entra gives', async () => {
  const client = createClient(emulator.world.settings.tenantId, { clientSecret: 'not-the-secret' })
  await expect(signIn(client, [armScope])).rejects.toMatchObject({ errorNo: 7000215 })
})

test('msal-node exchanges an outside token for an access token of a managed identity', async () => {
  const identity = emulator.world.store.identities.list().find(({ name }) => name === 'id-pay-deploy')
  const reply = await emulator.fetch(`${emulator.browserOrigin}/issuers/github/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ owner: 'contoso', repository: 'pay-api', environment: 'prod' }),
  })
  // The shape is the emulator's own: { token, claims }.
  const { token } = (await reply.json()) as { token: string }
  const { httpsOrigin, world } = emulator
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: identity?.clientId ?? '',
      clientAssertion: token,
      authority: `${httpsOrigin}/${world.settings.tenantId}`,
      knownAuthorities: [new URL(httpsOrigin).host],
    },
    system: { networkClient: networkClient() },
  })
  const result = await client.acquireTokenByClientCredential({
    scopes: ['https://management.azure.com/.default'],
  })
  expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({
    aud: 'https://management.azure.com',
    oid: identity?.principalId,
    idtyp: 'app',
  })
})
