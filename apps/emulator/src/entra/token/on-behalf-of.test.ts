import { decodeJwt } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { accounts, apiClient, automationClient, spaClient } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testClock } from '../../testing/test-clock.ts'
import { findResource } from '../../kernel/resources.ts'
import { signUserToken } from './tokens.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
afterAll(() => emulator.close())
const { world } = emulator
const { token } = entraRequests(emulator)
const armScope = 'https://management.azure.com/user_impersonation'
const user = given(world.store.users.get(accounts.developer.objectId), 'the developer')

world.store.sessions.put('session', {
  sessionId: 'session',
  userObjectId: user.objectId,
  cookieHash: '',
  startedAt: clock.now(),
  signedOut: false,
  revoked: false,
})

/** What a single-page application sends to the API. */
function personsToken(identifier: string = apiClient.clientId, sessionId = 'session'): Promise<string> {
  const resource = given(findResource(identifier, world), 'the resource')
  return signUserToken(world, {
    user,
    clientId: spaClient.clientId,
    sessionId,
    audience: resource.version === 2 ? resource.appId : identifier,
    resource,
    permissions: [apiClient.scope],
    authenticatedBy: 'nothing',
  })
}

const onBehalfOf = (assertion: string | undefined, fields: Record<string, string | undefined> = {}) =>
  token({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: apiClient.clientId,
    client_secret: apiClient.clientSecret,
    requested_token_use: 'on_behalf_of',
    scope: `${armScope} offline_access`,
    assertion,
    ...fields,
  })

test("the API gets a token for ARM in the person's name, and a refresh token when it asks", async () => {
  const { body } = await onBehalfOf(await personsToken())
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    oid: user.objectId,
    appid: apiClient.clientId,
    appidacr: '1',
    scp: 'user_impersonation',
    aud: 'https://management.azure.com',
  })
  expect(body.refresh_token).toBeDefined()
  const without = await onBehalfOf(await personsToken(), { scope: armScope })
  expect(without.body.refresh_token).toBeUndefined()
})

test("the person's rights go along: ARM takes the token", async () => {
  const { body } = await onBehalfOf(await personsToken())
  const response = await emulator.fetch(`${emulator.httpsOrigin}/subscriptions?api-version=2022-12-01`, {
    headers: { authorization: `Bearer ${body.access_token ?? ''}` },
  })
  expect(response.status).toBe(200)
})

test.for<[string, Record<string, string | undefined>, number]>([
  ['no assertion', { assertion: undefined }, 900144],
  ['no use', { requested_token_use: undefined }, 900144],
  ['another use', { requested_token_use: 'sign_out' }, 9002313],
  ['no scope', { scope: undefined }, 900144],
  ['no secret', { client_secret: undefined }, 7000218],
  ['a wrong secret', { client_secret: 'guess' }, 7000215],
  ['no JWT', { assertion: 'not.a.jwt' }, 50027],
  ['a permission nobody consented to', { scope: 'https://graph.microsoft.com/Directory.Read.All' }, 65001],
  ['a permission that is not there', { scope: 'https://graph.microsoft.com/Directory.Eat.All' }, 650053],
])('an API is refused with %s', async ([, fields, code]) => {
  const { body } = await onBehalfOf(await personsToken(), fields)
  expect(body.error_codes).toEqual([code])
  expect(body.access_token).toBeUndefined()
})

test('consent that is missing is told with its suberror', async () => {
  const { status, body } = await onBehalfOf(await personsToken(), { scope: 'Directory.Read.All' })
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: 'invalid_grant', suberror: 'consent_required' })
})

test('a token for another API is refused with both audiences', async () => {
  const { body } = await onBehalfOf(await personsToken('https://management.azure.com'))
  expect(body.error).toBe('invalid_grant')
  expect(body.error_description).toContain(
    `AADSTS500131: Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was 'https://management.azure.com' and the expected audience is '${apiClient.identifierUri}' or one of the Application Uris of this application with App ID '${apiClient.clientId}'(contoso-orders-api).`,
  )
})

test("an application's own token is not on behalf of anybody", async () => {
  const { body: own } = await token({
    grant_type: 'client_credentials',
    client_id: automationClient.clientId,
    client_secret: automationClient.clientSecret,
    scope: `${apiClient.identifierUri}/.default`,
  })
  expect((await onBehalfOf(own.access_token)).body.error_codes).toEqual([7000114])
})

test('a token of another issuer, an old one and one of a sign-in that ended are refused', async () => {
  const foreign = await world.keys.sign('issuer-github', decodeJwt(await personsToken()))
  expect((await onBehalfOf(foreign)).body.error_codes).toEqual([50013])
  expect((await onBehalfOf(await personsToken(apiClient.clientId, 'gone'))).body.error_codes).toEqual([50013])
  const old = await personsToken()
  clock.advance(3_600_000)
  const { body } = await onBehalfOf(old)
  expect(body.error_codes).toEqual([500133])
})

test('a demand for a second factor goes up to the client with its claims', async () => {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, values: ['p1'] } } })
  const { body } = await onBehalfOf(await personsToken(), { claims })
  expect(body).toMatchObject({ error: 'interaction_required', error_codes: [50076], claims })
})
