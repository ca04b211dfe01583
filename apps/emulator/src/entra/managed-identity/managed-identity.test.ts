import { ManagedIdentityCredential } from '@azure/identity'
import { decodeJwt } from 'jose'
import { afterAll, expect, test, vi } from 'vitest'
import { identityHeader } from '../../seed.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { resourceIdOfIdentity } from './find-identity.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, browserOrigin } = emulator
const identity = given(world.store.identities.list()[0], 'the seed')
const { clientId, principalId } = identity
const resourceId = resourceIdOfIdentity(identity)
const armScope = 'https://management.azure.com/.default'

async function get(path: string, query: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await emulator.fetch(`${browserOrigin}${path}?${new URLSearchParams(query).toString()}`, {
    headers,
  })
  return { status: response.status, body: await response.json() }
}
const imds = (query: Record<string, string>, headers: Record<string, string> = { metadata: 'true' }) =>
  get('/metadata/identity/oauth2/token', query, headers)
const appService = (query: Record<string, string>, header: string = identityHeader) =>
  get('/msi/token', query, { 'x-identity-header': header })
const vm = { 'api-version': '2018-02-01', resource: 'https://management.azure.com/' }
const app = { 'api-version': '2019-08-01', resource: 'https://management.azure.com/' }

const selectors: Record<string, string>[] = [
  { client_id: clientId },
  { object_id: principalId },
  { msi_res_id: resourceId },
  { mi_res_id: resourceId.toLowerCase() },
]

test.for(selectors)(
  'both shapes of the endpoint give a token for the identity named by %o',
  async (selector) => {
    const machine = await imds({ ...vm, ...selector })
    expect(machine).toEqual({
      status: 200,
      body: {
        access_token: expect.any(String),
        client_id: clientId,
        expires_in: '86399',
        expires_on: expect.stringMatching(/^\d+$/),
        ext_expires_in: '86399',
        not_before: expect.stringMatching(/^\d+$/),
        resource: vm.resource,
        token_type: 'Bearer',
      },
    })
    const service = await appService({ ...app, ...selector })
    expect(service).toMatchObject({ status: 200, body: { client_id: clientId, resource: app.resource } })
  },
)

test('the token says which identity it is', async () => {
  const { body } = await imds({ ...vm, client_id: clientId })
  const text =
    typeof body === 'object' && body !== null && 'access_token' in body ? String(body.access_token) : ''
  expect(decodeJwt(text)).toMatchObject({
    appid: clientId,
    oid: principalId,
    idtyp: 'app',
    xms_mirid: resourceId,
    aud: vm.resource,
  })
  expect(world.store.signIns.list().at(-1)).toMatchObject({
    eventType: 'managedIdentity',
    clientCredentialType: 'managedIdentity',
    appId: clientId,
  })
})

test.for<[string, Record<string, string>, Record<string, string>, string, string]>([
  [
    'without the header',
    { ...vm, client_id: clientId },
    {},
    'invalid_request',
    'Required metadata header not specified',
  ],
  [
    'that was forwarded',
    { ...vm, client_id: clientId },
    { metadata: 'true', 'x-forwarded-for': '10.0.0.1' },
    'invalid_request',
    'Forwarded requests are not allowed',
  ],
  ['without a version', { resource: vm.resource }, { metadata: 'true' }, 'invalid_request', "'api-version'"],
  [
    'without a resource',
    { 'api-version': vm['api-version'] },
    { metadata: 'true' },
    'invalid_request',
    "'resource'",
  ],
  [
    'for an identity that is not there',
    { ...vm, client_id: principalId },
    { metadata: 'true' },
    'invalid_request',
    'Identity not found',
  ],
  [
    'that names no identity',
    vm,
    { metadata: 'true' },
    'invalid_request',
    'Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token request',
  ],
  [
    'for a resource that is not there',
    { ...vm, resource: 'https://nothing.example', client_id: clientId },
    { metadata: 'true' },
    'invalid_resource',
    'AADSTS500011',
  ],
])('the metadata service refuses a request %s', async ([, query, headers, error, description]) => {
  const { status, body } = await imds(query, headers)
  expect(status).toBe(400)
  expect(body).toEqual({ error, error_description: expect.stringContaining(description) })
})

test.for<[string, Record<string, string>, string | undefined, number, string]>([
  ['without its secret', { ...app, client_id: clientId }, 'guess', 401, 'X-IDENTITY-HEADER'],
  ['of another version', { ...app, 'api-version': '2017-09-01' }, undefined, 400, "'2017-09-01'"],
  [
    'for an identity that is not there',
    { ...app, client_id: principalId },
    undefined,
    400,
    'No User Assigned or Delegated Managed Identity found',
  ],
])('App Service refuses a request %s', async ([, query, header, status, message]) => {
  const refused = await appService(query, header)
  expect(refused).toMatchObject({
    status,
    body: { statusCode: status, message: expect.stringContaining(message) },
  })
})

test.for([
  ['App Service', { IDENTITY_ENDPOINT: `${browserOrigin}/msi/token`, IDENTITY_HEADER: identityHeader }],
  ['a virtual machine', { AZURE_POD_IDENTITY_AUTHORITY_HOST: browserOrigin }],
] as const)("Microsoft's own credential gets a token as on %s", async ([, environment]) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  const byClient = await new ManagedIdentityCredential({ clientId }).getToken(armScope)
  const byResource = await new ManagedIdentityCredential({ resourceId }).getToken(armScope)
  const byObject = await new ManagedIdentityCredential({ objectId: principalId }).getToken(armScope)
  for (const { token } of [byClient, byResource, byObject]) expect(decodeJwt(token).oid).toBe(principalId)
  vi.unstubAllEnvs()
})
