import { afterAll, expect, test } from 'vitest'
import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { accounts, partnerTenant, tenantDomain } from '../../seed.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { httpsOrigin, browserOrigin, world } = emulator
const { tenantId } = world.settings

async function get(path: string) {
  const response = await emulator.fetch(`${httpsOrigin}${path}`)
  return {
    status: response.status,
    headers: response.headers,
    body: z.record(z.string(), z.unknown()).parse(await response.json()),
  }
}

test.for([
  [tenantId, tenantId, tenantId],
  [tenantDomain, tenantId, tenantId],
  [tenantId.toUpperCase(), tenantId, tenantId],
  ['common', 'common', '{tenantid}'],
  ['organizations', 'organizations', '{tenantid}'],
  [partnerTenant.domain, partnerTenant.tenantId, partnerTenant.tenantId],
] as const)('metadata of /%s names /%s and the issuer of %s', async ([asked, segment, issuer]) => {
  const { status, headers, body } = await get(`/${asked}/v2.0/.well-known/openid-configuration`)
  expect(status).toBe(200)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(body).toMatchObject({
    issuer: `${httpsOrigin}/${issuer}/v2.0`,
    authorization_endpoint: `${browserOrigin}/${segment}/oauth2/v2.0/authorize`,
    token_endpoint: `${httpsOrigin}/${segment}/oauth2/v2.0/token`,
    device_authorization_endpoint: `${httpsOrigin}/${segment}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${browserOrigin}/${segment}/oauth2/v2.0/logout`,
    jwks_uri: `${httpsOrigin}/${segment}/discovery/v2.0/keys`,
    userinfo_endpoint: `${httpsOrigin}/oidc/userinfo`,
  })
})

test.for(['/nobody.example/v2.0/.well-known/openid-configuration', '/nobody.example/discovery/v2.0/keys'])(
  '%s is of no tenant',
  async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: 'invalid_request', error_codes: [90002] })
  },
)

test('version 1.0 names the issuer of the access tokens that ARM takes', async () => {
  const { body } = await get('/common/.well-known/openid-configuration')
  expect(body).toMatchObject({
    issuer: 'https://sts.windows.net/{tenantid}/',
    token_endpoint: `${httpsOrigin}/common/oauth2/token`,
    jwks_uri: `${httpsOrigin}/common/discovery/keys`,
  })
  const keys = await get('/common/discovery/keys')
  expect(keys.body).toEqual((await get('/common/discovery/v2.0/keys')).body)
})

test('the name of AD FS, where Azure CLI looks, leads to the tenant', async () => {
  const { body } = await get('/adfs/.well-known/openid-configuration')
  expect(body).toMatchObject({ token_endpoint: `${httpsOrigin}/${tenantId}/oauth2/v2.0/token` })
})

test('every published key carries its certificate and the issuer', async () => {
  await world.keys.rotate('entra')
  const { body } = await get(`/${tenantId}/discovery/v2.0/keys`)
  const keys = z
    .array(z.looseObject({ kid: z.string(), x5c: z.array(z.string()), issuer: z.string() }))
    .parse(body['keys'])
  expect(keys.length).toBeGreaterThan(1)
  for (const { x5c, issuer } of keys) {
    expect(issuer).toBe(`${httpsOrigin}/${tenantId}/v2.0`)
    expect(new X509Certificate(Buffer.from(x5c[0] ?? '', 'base64')).subject).toBe(
      'CN=accounts.accesscontrol.windows.net',
    )
  }
})

const instance = (endpoint: string, version = '1.1') =>
  get(
    `/common/discovery/instance?${new URLSearchParams({ 'api-version': version, authorization_endpoint: endpoint }).toString()}`,
  )

test.for(['1.0', '1.1'])('instance discovery %s knows its own host', async (version) => {
  const { status, body } = await instance(`${httpsOrigin}/${tenantId}/oauth2/v2.0/authorize`, version)
  const { host } = new URL(httpsOrigin)
  expect(status).toBe(200)
  expect(body).toEqual({
    tenant_discovery_endpoint: `${httpsOrigin}/${tenantId}/v2.0/.well-known/openid-configuration`,
    'api-version': version,
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  })
})

test.for([
  [
    'another host',
    'https://login.contoso.com/common/oauth2/v2.0/authorize',
    '1.1',
    'invalid_instance',
    50049,
  ],
  ['no address', 'nothing', '1.1', 'invalid_instance', 50049],
  ['another version', `${httpsOrigin}/common/oauth2/v2.0/authorize`, '2.0', 'invalid_request', 90015],
  ['no endpoint', '', '1.1', 'invalid_request', 900144],
] as const)('instance discovery refuses %s', async ([, endpoint, version, error, number]) => {
  const { status, body } = await instance(endpoint, version)
  expect(status).toBe(400)
  expect(body).toMatchObject({ error, error_codes: [number], trace_id: expect.any(String) })
})

test('userinfo says who the person of a token for Graph is', async () => {
  const token = await emulator.signIn('reader', 'email')
  const response = await emulator.fetch(`${httpsOrigin}/oidc/userinfo`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(await response.json()).toMatchObject({
    sub: expect.any(String),
    name: accounts.reader.displayName,
    email: accounts.reader.username,
  })
})

test.for([
  ['no token', (): Promise<string | undefined> => Promise.resolve(undefined)],
  ['a token for another resource', (): Promise<string | undefined> => emulator.signIn('reader')],
] as const)('userinfo is refused with %s', async ([, token]) => {
  const bearer = await token()
  const response = await emulator.fetch(`${httpsOrigin}/oidc/userinfo`, {
    headers: bearer === undefined ? {} : { authorization: `Bearer ${bearer}` },
  })
  expect(response.status).toBe(401)
})
