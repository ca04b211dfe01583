import {
  CryptoProvider,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node'
import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { accounts, cliClient } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testBrowser } from '../../testing/test-browser.ts'
import { secondFactorCode } from '../core/second-factor.ts'

const armScope = 'https://management.azure.com/user_impersonation'
const redirectUri = 'http://localhost:51789'
const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { httpsOrigin, world } = emulator
const { tenantId } = world.settings

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

function createClient(clientCapabilities?: string[]) {
  return new PublicClientApplication({
    auth: {
      clientId: cliClient.clientId,
      authority: `${httpsOrigin}/${tenantId}`,
      knownAuthorities: [new URL(httpsOrigin).host],
      ...(clientCapabilities ? { clientCapabilities } : {}),
    },
    system: { networkClient: networkClient() },
  })
}

async function signIn(client: PublicClientApplication, claims?: string) {
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const address = await client.getAuthCodeUrl({
    scopes: [armScope],
    redirectUri,
    codeChallenge: challenge,
    codeChallengeMethod: 'S256',
    nonce: 'once',
    ...(claims ? { claims } : {}),
  })
  const browser = testBrowser(emulator)
  let stop = await browser.submit(await browser.open(address), `value="${accounts.developer.username}"`)
  if (stop.leftTo === undefined) {
    stop = await browser.submit(stop, 'name="code"', { code: secondFactorCode(accounts.developer) })
  }
  const answer = given(stop.leftTo, 'a redirect to the client').searchParams
  return client.acquireTokenByCode(
    {
      scopes: [armScope],
      redirectUri,
      code: answer.get('code') ?? '',
      codeVerifier: verifier,
      nonce: 'once',
    },
    { code: answer.get('code') ?? '', client_info: answer.get('client_info') ?? '' },
  )
}

test('a public client signs in with PKCE, refreshes, and its id token verifies against the published keys', async () => {
  const client = createClient()
  const result = await signIn(client)
  const keys = createRemoteJWKSet(new URL(`${httpsOrigin}/${tenantId}/discovery/v2.0/keys`), {
    // The fetch of undici trusts the local CA; its types differ from the global one's in streams only.
    [customFetch]: emulator.fetch as unknown as typeof fetch,
  })
  const { payload } = await jwtVerify(result.idToken, keys, {
    issuer: `${httpsOrigin}/${tenantId}/v2.0`,
    audience: cliClient.clientId,
  })
  expect(payload).toMatchObject({ oid: accounts.developer.objectId, nonce: 'once' })
  const account = given(result.account, 'an account')
  const renewed = await client.acquireTokenSilent({ scopes: [armScope], account, forceRefresh: true })
  expect(renewed.fromCache).toBe(false)
  expect(decodeJwt(renewed.accessToken)).toMatchObject({ appid: cliClient.clientId, appidacr: '0' })
})

test('a client that can be challenged holds its token for a day, and meets a challenge by a new sign-in', async () => {
  const client = createClient(['cp1'])
  const result = await signIn(client)
  const hours = (given(result.expiresOn, 'an expiry').getTime() - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(23)
  expect(decodeJwt(result.accessToken)).toMatchObject({ xms_cc: ['cp1'], amr: ['pwd'] })
  const claims = '{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}'
  const account = given(result.account, 'an account')
  const silent = client.acquireTokenSilent({ scopes: [armScope], account, claims })
  await expect(silent).rejects.toThrow(InteractionRequiredAuthError)
  await expect(silent).rejects.toMatchObject({ errorNo: 50076, claims })
  const again = await signIn(client, claims)
  expect(decodeJwt(again.accessToken)).toMatchObject({ acrs: ['p1'], amr: ['pwd', 'mfa'], xms_cc: ['cp1'] })
})
