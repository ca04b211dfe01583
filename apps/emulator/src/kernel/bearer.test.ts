import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { automationClient, partnerTenant } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { testClock } from '../testing/test-clock.ts'
import { accessTokenIssuer, authenticate, isRefused } from './bearer.ts'
import type { EmulatorRequest } from './operation.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
const { world } = emulator
afterAll(() => emulator.close())

const now = Math.floor(clock.now() / 1000)
const good = {
  iss: accessTokenIssuer(world.settings.tenantId),
  aud: 'https://management.azure.com',
  exp: now + 60,
  oid: automationClient.servicePrincipalId,
  appid: automationClient.clientId,
  idtyp: 'app',
}

function request(authorization?: string): EmulatorRequest {
  const headers = authorization === undefined ? {} : { authorization }
  return {
    method: 'GET',
    origin: '',
    host: 'localhost',
    path: '/',
    params: {},
    query: new URLSearchParams(),
    headers,
    body: '',
  }
}

const signed = (claims: Record<string, unknown>) => world.keys.sign('entra', { ...good, ...claims })

async function signedElsewhere(): Promise<string> {
  const { privateKey } = await generateKeyPair('RS256')
  const { keys } = await world.keys.publicKeys('entra')
  return new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: String(keys[0]?.kid) }).sign(privateKey)
}

async function unsigned(): Promise<string> {
  const [, payload] = (await signed({})).split('.')
  return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`
}

test.for<[string, string, () => string | undefined | Promise<string | undefined>]>([
  ['no header', 'AuthenticationFailed', () => undefined],
  ['another scheme', 'AuthenticationFailed', () => 'Basic abc'],
  ['an empty token', 'AuthenticationFailed', () => 'Bearer '],
  ['no JWT', 'InvalidAuthenticationToken', () => 'Bearer abc'],
  ['a foreign signature', 'InvalidAuthenticationToken', async () => `Bearer ${await signedElsewhere()}`],
  ['no signature', 'InvalidAuthenticationToken', async () => `Bearer ${await unsigned()}`],
  [
    "an outside issuer's key",
    'InvalidAuthenticationToken',
    async () => `Bearer ${await world.keys.sign('issuer-github', good)}`,
  ],
  ['no expiry', 'InvalidAuthenticationToken', async () => `Bearer ${await signed({ exp: undefined })}`],
  [
    'an expiry in the past',
    'ExpiredAuthenticationToken',
    async () => `Bearer ${await signed({ exp: now - 1 })}`,
  ],
  [
    'another tenant',
    'InvalidAuthenticationTokenTenant',
    async () => `Bearer ${await signed({ iss: accessTokenIssuer('other') })}`,
  ],
  [
    'the audience of Graph',
    'InvalidAuthenticationTokenAudience',
    async () => `Bearer ${await signed({ aud: 'https://graph.microsoft.com' })}`,
  ],
  [
    'a session that is not known',
    'InvalidAuthenticationToken',
    async () => `Bearer ${await signed({ sid: 'gone' })}`,
  ],
])('ARM answers 401 to a token with %s', async ([, code, authorization]) => {
  const outcome = await authenticate(request(await authorization()), world, 'arm')
  expect(outcome).toMatchObject({ status: 401, body: { error: { code } } })
  expect(outcome).toHaveProperty(
    'headers.www-authenticate',
    expect.stringContaining(`authorization_uri="${emulator.browserOrigin}/${world.settings.tenantId}"`),
  )
})

test.for([
  'https://management.azure.com',
  'https://management.azure.com/',
  'https://management.core.windows.net/',
  '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  emulator.httpsOrigin,
  `${emulator.httpsOrigin}/`,
])('ARM takes the audience %s', async (aud) => {
  const outcome = await authenticate(request(`Bearer ${await signed({ aud })}`), world, 'arm')
  expect(outcome).toMatchObject({ kind: 'app', objectId: automationClient.servicePrincipalId })
})

test('Graph refuses in its own words', async () => {
  const outcome = await authenticate(request(`Bearer ${await signed({})}`), world, 'graph')
  expect(outcome).toMatchObject({
    status: 401,
    body: { error: { code: 'InvalidAuthenticationToken', innerError: { 'request-id': expect.any(String) } } },
  })
})

test('a token of a real sign-in says who calls, until it expires', async () => {
  const token = await emulator.signIn('reader')
  const caller = await authenticate(request(`bearer ${token}`), world, 'arm')
  expect(isRefused(caller)).toBe(false)
  expect(caller).toMatchObject({
    kind: 'user',
    upn: 'robin@contoso.onmicrosoft.com',
    scopes: ['user_impersonation'],
  })
  clock.advance(3_600_000)
  expect(await authenticate(request(`Bearer ${token}`), world, 'arm')).toMatchObject({
    body: { error: { code: 'ExpiredAuthenticationToken' } },
  })
})

test('a token of the partner says its tenant, and one that only claims to be of it is refused', async () => {
  const { tenantId } = partnerTenant
  const theirs = { iss: accessTokenIssuer(tenantId), tid: tenantId }
  const caller = await authenticate(
    request(`Bearer ${await signed({ ...theirs, exp: later() })}`),
    world,
    'arm',
  )
  expect(caller).toMatchObject({ kind: 'app', tenantId })
  const mixed = await signed({ tid: tenantId, exp: later() })
  expect(await authenticate(request(`Bearer ${mixed}`), world, 'arm')).toMatchObject({
    body: { error: { code: 'InvalidAuthenticationTokenTenant' } },
  })
})

test('a token says which permissions and factors it carries; what is no list of names counts as none', async () => {
  const claims = {
    exp: later(),
    roles: ['Application.Read.All'],
    amr: ['pwd', 'mfa'],
    acrs: ['p1'],
    xms_cc: 'cp1',
  }
  expect(await authenticate(request(`Bearer ${await signed(claims)}`), world, 'arm')).toMatchObject({
    roles: ['Application.Read.All'],
    authenticationMethods: ['pwd', 'mfa'],
    authenticationContexts: ['p1'],
    clientCapabilities: [],
  })
})

function later(): number {
  return Math.floor(clock.now() / 1000) + 60
}
