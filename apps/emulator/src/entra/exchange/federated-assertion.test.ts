import { decodeJwt, generateKeyPair, SignJWT } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { automationClient, clusterIssuer, githubIssuer, tokenExchangeAudience } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testClock } from '../../testing/test-clock.ts'
import { assertionType } from '../token/client-authentication.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock })
afterAll(() => emulator.close())
const { world } = emulator
const { token } = entraRequests(emulator)

const identity = given(
  world.store.identities.list().find(({ name }) => name === 'id-pay-deploy'),
  'the seed',
)
const resourceId = `/subscriptions/${identity.subscriptionId}/resourcegroups/rg-pay/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-deploy`
const subject = 'repo:contoso/pay-api:environment:prod'
const now = () => Math.floor(clock.now() / 1000)
const githubClaims = () => ({
  iss: githubIssuer,
  sub: subject,
  aud: tokenExchangeAudience,
  iat: now(),
  nbf: now() - 300,
  exp: now() + 600,
  jti: 'one',
  repository: 'contoso/pay-api',
  repository_id: '821093847',
  repository_owner_id: '5544123',
})
const help =
  'Please check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://docs.microsoft.com/en-us/azure/active-directory/develop/workload-identity-federation'

const sign = (
  claims: Record<string, unknown> = {},
  header?: Record<string, unknown>,
  purpose = 'issuer-github',
) => world.keys.sign(purpose, { ...githubClaims(), ...claims }, header)

function exchange(assertion: string, more: Record<string, string | undefined> = {}) {
  return token({
    grant_type: 'client_credentials',
    client_id: identity.clientId,
    client_secret: undefined,
    scope: 'https://management.azure.com/.default',
    client_assertion_type: assertionType,
    client_assertion: assertion,
    ...more,
  })
}

function trust(name: string, issuer: string, trusted = subject) {
  world.store.credentials.put(`${resourceId}/federatedidentitycredentials/${name}`.toLowerCase(), {
    id: name,
    parent: { kind: 'managedIdentity', resourceId: resourceId.toLowerCase() },
    name,
    issuer,
    subject: trusted,
    audiences: [tokenExchangeAudience],
    description: null,
    claimsMatchingExpression: null,
    createdAt: 0,
  })
}

test('a token that matches in every letter becomes the managed identity', async () => {
  const { status, body } = await exchange(await sign())
  expect(status).toBe(200)
  expect(Object.keys(body).toSorted()).toEqual(['access_token', 'expires_in', 'ext_expires_in', 'token_type'])
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    oid: identity.principalId,
    sub: identity.principalId,
    appid: identity.clientId,
    idtyp: 'app',
    xms_mirid: resourceId,
  })
})

test('an audience list counts when one value is trusted, and an immutable subject is as good as a name', async () => {
  const sub = 'repo:contoso@5544123/pay-api@821093847:environment:prod'
  expect((await exchange(await sign({ sub, aud: ['other', tokenExchangeAudience] }))).status).toBe(200)
})

test.for<[string, () => Promise<string>, string, number, string]>([
  ['no JWT', async () => 'not.a.jwt', 'invalid_request', 50027, 'JWT token is invalid or malformed.'],
  [
    'no subject',
    () => sign({ sub: undefined }),
    'invalid_request',
    50027,
    'JWT token is invalid or malformed.',
  ],
  [
    'an expiry that is no number',
    () => sign({ exp: 'tomorrow' }),
    'invalid_request',
    50027,
    'JWT token is invalid or malformed.',
  ],
  [
    'another header type',
    () => sign({}, { typ: 'at+jwt' }),
    'invalid_request',
    5002727,
    "Invalid JWT header type specified, must be 'JWT' or 'http://openid.net/specs/jwt/1.0'.",
  ],
  [
    'another issuer',
    () => sign({ iss: 'https://gitlab.com' }),
    'invalid_client',
    700211,
    `No matching federated identity record found for presented assertion issuer 'https://gitlab.com'. ${help}`,
  ],
  [
    'a slash after the issuer',
    () => sign({ iss: `${githubIssuer}/` }),
    'invalid_client',
    700211,
    `issuer '${githubIssuer}/'.`,
  ],
  [
    'another audience',
    () => sign({ aud: 'api://other' }),
    'invalid_client',
    700212,
    `No matching federated identity record found for presented assertion audience 'api://other'. ${help}`,
  ],
  [
    'an audience in other case',
    () => sign({ aud: tokenExchangeAudience.toLowerCase() }),
    'invalid_client',
    700212,
    "audience 'api://azureadtokenexchange'",
  ],
  [
    "the exchange's application id, which only Entra's own tokens may carry,",
    () => sign({ aud: 'fb60f99c-7a34-4190-8149-302f77469936' }),
    'invalid_client',
    700212,
    "audience 'fb60f99c-7a34-4190-8149-302f77469936'",
  ],
  [
    'another subject',
    () => sign({ sub: 'repo:contoso/pay-api:environment:test' }),
    'invalid_client',
    700213,
    `No matching federated identity record found for presented assertion subject 'repo:contoso/pay-api:environment:test'. ${help}`,
  ],
  [
    'a subject in other case',
    () => sign({ sub: 'repo:Contoso/pay-api:environment:prod' }),
    'invalid_client',
    7002138,
    "No matching federated identity record found for presented assertion subject 'repo:Contoso/pay-api:environment:prod'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison.",
  ],
  [
    'a key of another issuer',
    () => sign({}, {}, 'issuer-cluster'),
    'invalid_client',
    7000272,
    `used to sign the federated credential could not be found in the metadata of identity provider ${githubIssuer}. Please validate that your Identity Provider's metadata exposes the key used to sign the incoming token.`,
  ],
])('a token with %s is refused', async ([, assertion, error, number, text]) => {
  const { status, body } = await exchange(await assertion())
  expect(status).toBe(error === 'invalid_client' ? 401 : 400)
  expect(body.error).toBe(error)
  expect(body.error_codes).toEqual([number])
  expect(body.error_description).toContain(text)
  expect(body.access_token).toBeUndefined()
})

test('a foreign signature under a published key id is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  const { keys } = await world.keys.publicKeys('issuer-github')
  const forged = await new SignJWT(githubClaims())
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: String(keys[0]?.kid) })
    .sign(privateKey)
  expect((await exchange(forged)).body.error_codes).toEqual([700027])
})

test.for([
  ['ES256', 'ES256'],
  ['PS256', 'PS256'],
] as const)('an assertion signed with %s is refused: only RS256 is taken', async ([, alg]) => {
  const { privateKey } = await generateKeyPair(alg)
  const assertion = await new SignJWT(githubClaims()).setProtectedHeader({ alg, kid: 'k' }).sign(privateKey)
  const { body } = await exchange(assertion)
  expect(body.error_codes).toEqual([5002738])
  expect(body.error_description).toContain(`'${alg}' is not a supported signature algorithm`)
})

test('an unsigned assertion is refused', async () => {
  const [, payload] = (await sign()).split('.')
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  expect((await exchange(`${header}.${payload}.`)).body.error_codes).toEqual([5002738])
})

test.for([
  ['expired an hour ago', -7200, -3600],
  ['is valid from an hour on', 3600, 7200],
] as const)('an assertion that %s is refused with the three times', async ([, from, until]) => {
  const { body } = await exchange(await sign({ nbf: now() + from, exp: now() + until }))
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().replace('Z', '0000Z')
  expect(body.error_codes).toEqual([700024])
  expect(body.error_description).toContain(
    `Client assertion is not within its valid time range. Current time: ${new Date(clock.now()).toISOString().replace('Z', '0000Z')}, assertion valid from ${time(now() + from)}, expiry time of assertion ${time(now() + until)}. Review the documentation`,
  )
})

test('matching comes before the issuer is asked, and an issuer that cannot be reached is 501661', async () => {
  const iss = 'https://issuer.invalid'
  expect((await exchange(await sign({ iss }))).body.error_codes).toEqual([700211])
  trust('unreachable', iss)
  const { status, body } = await exchange(await sign({ iss }))
  expect(status).toBe(400)
  expect(body.error_codes).toEqual([501661])
  expect(body.error_description).toContain('Request to External OIDC endpoint failed.')
})

test.for(['x.example', 'https://exa mple', 'https://x.example:99999', 'http://x.example', ''])(
  "an issuer stored as '%s' cannot be asked",
  async (iss) => {
    trust('unreadable', iss)
    expect((await exchange(await sign({ iss }))).body.error_codes).toEqual([501661])
  },
)

test('an issuer whose metadata names another issuer, or has none, is 90061', async () => {
  const slashless = clusterIssuer.slice(0, -1)
  trust('slashless', slashless)
  expect((await exchange(await sign({ iss: slashless }))).body.error_codes).toEqual([90061])
  trust('pathless', `${githubIssuer}/contoso`)
  expect((await exchange(await sign({ iss: `${githubIssuer}/contoso` }))).body.error_codes).toEqual([90061])
})

test('an identity that trusts nobody says so before it looks at the token', async () => {
  const lonely = world.store.identities.list().find(({ name }) => name === 'id-shop-far-dev')
  const { body } = await exchange('not.a.jwt', { client_id: lonely?.clientId })
  expect(body.error_codes).toEqual([70025])
  expect(body.error_description).toContain(
    `The client '${lonely?.clientId}'(id-shop-far-dev) has no configured federated identity credentials.`,
  )
})

test('an application signs in with an outside token that a credential of its own trusts', async () => {
  const automation = given(world.store.applications.get(automationClient.clientId), 'the automation client')
  const more = { client_id: automation.appId }
  expect((await exchange(await sign(), more)).body.error_codes).toEqual([70025])
  world.store.credentials.put(`/applications/${automation.objectId}/federatedidentitycredentials/one`, {
    id: 'one',
    parent: { kind: 'application', objectId: automation.objectId },
    name: 'one',
    issuer: githubIssuer,
    subject,
    audiences: [tokenExchangeAudience],
    description: null,
    claimsMatchingExpression: null,
    createdAt: 0,
  })
  const { body } = await exchange(await sign(), more)
  expect(decodeJwt(body.access_token ?? '')).toMatchObject({
    oid: automationClient.servicePrincipalId,
    idtyp: 'app',
  })
  expect((await exchange(await sign({ sub: 'other' }), more)).body.error_codes).toEqual([700213])
})

test.for<[string, Record<string, string | undefined>, number]>([
  ['a scope without .default', { scope: 'https://management.azure.com' }, 1002012],
  ['no assertion', { client_assertion: undefined }, 7000216],
  ['a secret', { client_assertion: undefined, client_secret: 'guess' }, 7000215],
  ['a secret beside the assertion', { client_secret: 'guess' }, 9002313],
  ['the object id for a client id', { client_id: identity.principalId }, 700016],
])('a managed identity is refused with %s', async ([, more, number]) => {
  expect((await exchange(await sign(), more)).body.error_codes).toEqual([number])
})
