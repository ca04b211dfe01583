import 'reflect-metadata'
import { createHash, generateKeyPairSync, webcrypto } from 'node:crypto'
import { X509CertificateGenerator } from '@peculiar/x509'
import { decodeJwt, SignJWT } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { passwordCredential } from '../../kernel/directory.ts'
import { automationClient, cliClient } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testClock } from '../../testing/test-clock.ts'
import { assertionType } from './client-authentication.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
afterAll(() => emulator.close())
const { world, httpsOrigin } = emulator
const { token } = entraRequests(emulator)
const { tenantId } = world.settings
const { clientId, clientSecret } = automationClient
const endpoint = `${httpsOrigin}/${tenantId}/oauth2/v2.0/token`
const application = given(world.store.applications.get(clientId), 'the automation client')

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
}
const pair = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
const certificate = await X509CertificateGenerator.createSelfSigned({ name: 'CN=automation', keys: pair })
const der = Buffer.from(certificate.rawData)
const thumbprint = createHash('sha1').update(der).digest('base64url')
const thumbprint256 = createHash('sha256').update(der).digest('base64url')
const pss = await webcrypto.subtle.importKey(
  'pkcs8',
  await webcrypto.subtle.exportKey('pkcs8', pair.privateKey),
  { name: 'RSA-PSS', hash: 'SHA-256' },
  false,
  ['sign'],
)

function register(more: { startAt?: number; endAt?: number } = {}) {
  world.store.applications.put(clientId, {
    ...application,
    keyCredentials: [
      {
        keyId: 'one',
        displayName: 'CN=automation',
        type: 'AsymmetricX509Cert',
        usage: 'Verify',
        key: der.toString('base64'),
        customKeyIdentifier: Buffer.from(thumbprint, 'base64url').toString('base64'),
        startAt: clock.now() - 1000,
        endAt: clock.now() + 1_000_000_000,
        ...more,
      },
    ],
  })
}

function assertion(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = { x5t: thumbprint },
  key: Parameters<SignJWT['sign']>[0] = pair.privateKey,
) {
  const now = Math.floor(clock.now() / 1000)
  return new SignJWT({
    iss: clientId,
    sub: clientId,
    aud: endpoint,
    jti: 'one',
    nbf: now,
    exp: now + 600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...header })
    .sign(key)
}

const signIn = (fields: Record<string, string | undefined>) =>
  token({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: undefined,
    scope: 'https://management.azure.com/.default',
    ...fields,
  })
const present = (text: string) => signIn({ client_assertion: text, client_assertion_type: assertionType })

test.for<[string, () => Promise<string>]>([
  ['RS256 and x5t', () => assertion()],
  ['RS256 and x5t#S256', () => assertion({}, { 'x5t#S256': thumbprint256 })],
  ['PS256', () => assertion({}, { alg: 'PS256', 'x5t#S256': thumbprint256 }, pss)],
  ['the issuer for its audience', () => assertion({ aud: `${httpsOrigin}/${tenantId}/v2.0` })],
])('a certificate signs an application in with %s', async ([, make]) => {
  register()
  const { body } = await present(await make())
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({ appid: clientId, appidacr: '2', idtyp: 'app' })
})

const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

test.for<[string, () => Promise<string>, number, string]>([
  ['no thumbprint', () => assertion({}, {}), 50027, 'No certificate thumbprint specified in token header.'],
  [
    'an unknown thumbprint',
    () => assertion({}, { x5t: 'q83vEjRWeJCrze8SNFZ4kKvN7xI' }),
    700027,
    `[Reason - The key was not found., Thumbprint of key used by client: 'ABCDEF1234567890ABCDEF1234567890ABCDEF12', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${clientId}'.`,
  ],
  [
    'a foreign signature',
    () => assertion({}, { x5t: thumbprint }, otherKey),
    700027,
    'The provided signature value did not match the expected signature value.',
  ],
  ['another audience', () => assertion({ aud: 'https://elsewhere.example' }), 700023, 'does not match Realm'],
  [
    'another client',
    () => assertion({ iss: cliClient.clientId, sub: cliClient.clientId }),
    700021,
    "'client_id'",
  ],
  [
    'an expiry an hour ago',
    () => assertion({ nbf: 1, exp: Math.floor(clock.now() / 1000) - 3600 }),
    700024,
    'Current time:',
  ],
  ['an expiry that is no number', () => assertion({ exp: 'soon' }), 50027, 'malformed'],
])('a self-issued assertion with %s is refused', async ([, make, code, text]) => {
  register()
  const { body } = await present(await make())
  expect(body.error_codes).toEqual([code])
  expect(body.error_description).toContain(text)
  expect(body.access_token).toBeUndefined()
})

const claimsAlone = Buffer.from(JSON.stringify({ iss: clientId, sub: clientId })).toString('base64url')

test.for(['%%%', 'W10', 'bnVsbA', ''])(
  "a self-issued assertion with '%s' for its header is malformed",
  async (header) => {
    register()
    const { body } = await present(`${header}.${claimsAlone}.AAAA`)
    expect(body.error_codes).toEqual([50027])
  },
)

test('a secret with a colon and an ampersand is read whole from a Basic header', async () => {
  const secret = 'one:two&three'
  world.store.applications.put(clientId, {
    ...application,
    passwordCredentials: [passwordCredential(secret, { keyId: 'new', now: 0, endAt: clock.now() + 1000 })],
  })
  const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`
  const fields = { grant_type: 'client_credentials', scope: 'https://management.azure.com/.default' }
  const { status } = await token(
    { ...fields, client_id: undefined, client_secret: undefined },
    { authorization },
  )
  expect(status).toBe(200)
})

test('a certificate that has run out is refused', async () => {
  register({ endAt: clock.now() - 1 })
  const { body } = await present(await assertion())
  expect(body.error_codes).toEqual([700027])
  expect(body.error_description).toContain('The key used is expired.')
})

test('a secret that has run out says so', async () => {
  const old = passwordCredential('an-old-secret', { keyId: 'old', now: 0, endAt: clock.now() - 1 })
  world.store.applications.put(clientId, {
    ...application,
    passwordCredentials: [...application.passwordCredentials, old],
  })
  const { body } = await signIn({ client_secret: 'an-old-secret' })
  expect(body.error_codes).toEqual([7000222])
  expect(body.error_description).toContain(
    `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret`,
  )
  expect((await signIn({ client_secret: clientSecret })).status).toBe(200)
})

test('a secret and an assertion at once are refused', async () => {
  const { body } = await signIn({
    client_secret: clientSecret,
    client_assertion: await assertion(),
    client_assertion_type: assertionType,
  })
  expect(body.error_codes).toEqual([9002313])
})

test('a public client that presents a secret is told that it is public', async () => {
  const { status, body } = await signIn({ client_id: cliClient.clientId, client_secret: 'guess' })
  expect(status).toBe(401)
  expect(body.error_description).toContain(
    "AADSTS700025: Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  )
})

test('an application whose principal is missing or disabled does not sign in', async () => {
  const key = automationClient.servicePrincipalId
  const principal = given(world.store.servicePrincipals.get(key), 'the seed')
  world.store.servicePrincipals.put(key, { ...principal, accountEnabled: false })
  const disabled = await signIn({ client_secret: clientSecret })
  world.store.servicePrincipals.delete(key)
  const missing = await signIn({ client_secret: clientSecret })
  world.store.servicePrincipals.put(key, principal)
  expect(disabled.body.error_description).toContain(
    `AADSTS7000112: Application '${clientId}'(contoso-automation) is disabled.`,
  )
  expect(missing.body.error_description).toContain(
    `AADSTS7000229: The client application ${clientId} is missing service principal in the tenant ${tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
  )
})
