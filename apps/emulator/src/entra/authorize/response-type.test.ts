import { createHash } from 'node:crypto'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { accounts } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { world, httpsOrigin } = emulator
const { tenantId, portal } = world.settings
const { signIn, authorizeAddress, redeem, redirectUri } = entraRequests(emulator)

function allow(implicitGrant: { idTokens: boolean; accessTokens: boolean }): void {
  const application = given(world.store.applications.get(portal.clientId), 'the portal')
  world.store.applications.put(portal.clientId, { ...application, implicitGrant })
}

async function claimsOf(idToken: string | null) {
  const keys = createLocalJWKSet(await world.keys.publicKeys('entra'))
  const { payload } = await jwtVerify(given(idToken, 'an id token'), keys, {
    issuer: `${httpsOrigin}/${tenantId}/v2.0`,
    audience: portal.clientId,
    algorithms: ['RS256'],
  })
  return payload
}

test('a registration with implicit id tokens gets one in the fragment, signed with a published key', async () => {
  allow({ idTokens: true, accessTokens: false })
  const response = await signIn({ response_type: 'id_token', scope: 'openid profile', nonce: 'n-1' })
  const location = new URL(given(response.headers.get('location'), 'a redirect'))
  expect(location.search).toBe('')
  const answer = new URLSearchParams(location.hash.slice(1))
  expect(answer.get('code')).toBeNull()
  expect(answer.get('state')).toBe('kept as it is')
  expect(await claimsOf(answer.get('id_token'))).toMatchObject({
    nonce: 'n-1',
    oid: accounts.developer.objectId,
  })
})

test('the hybrid flow gives a code and an id token that is bound to it', async () => {
  allow({ idTokens: true, accessTokens: false })
  const response = await signIn({ response_type: 'id_token code', nonce: 'n-2' })
  const location = new URL(given(response.headers.get('location'), 'a redirect'))
  const answer = new URLSearchParams(location.hash.slice(1))
  const code = given(answer.get('code'), 'a code')
  const half = createHash('sha256').update(code).digest().subarray(0, 16).toString('base64url')
  expect(await claimsOf(answer.get('id_token'))).toMatchObject({ c_hash: half, nonce: 'n-2' })
  expect((await redeem(code)).status).toBe(200)
})

test.for<[string, Record<string, string | undefined>, string]>([
  ['no nonce', { scope: 'openid' }, 'AADSTS900144:'],
  ['no openid', { scope: 'User.Read', nonce: 'n' }, 'AADSTS70005:'],
])('an id token is refused with %s', async ([, fields, text]) => {
  allow({ idTokens: true, accessTokens: false })
  const response = await emulator.fetch(authorizeAddress({ response_type: 'id_token', ...fields }))
  const location = new URL(given(response.headers.get('location'), 'a redirect'))
  expect(new URLSearchParams(location.hash.slice(1)).get('error_description')).toContain(text)
})

test('an id token does not travel in the query', async () => {
  allow({ idTokens: true, accessTokens: false })
  const response = await emulator.fetch(
    authorizeAddress({ response_type: 'id_token', response_mode: 'query', nonce: 'n' }),
  )
  const location = given(response.headers.get('location'), 'a redirect')
  expect(location.startsWith(`${redirectUri}?`)).toBe(true)
  expect(new URL(location).searchParams.get('error_description')).toContain('AADSTS70007:')
})

test('access tokens without a code are said to be missing here', async () => {
  allow({ idTokens: true, accessTokens: true })
  const response = await emulator.fetch(authorizeAddress({ response_type: 'token', nonce: 'n' }))
  expect(response.status).toBe(501)
  expect(await response.json()).toMatchObject({ error: { code: 'NotEmulated' } })
})
