import { afterAll, expect, test } from 'vitest'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { fetchIssuerKeys } from './issuer-keys.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())

const issuer = 'https://issuer.example/path/'
const discoveryUrl = 'https://issuer.example/path/.well-known/openid-configuration'
const keysUrl = 'https://issuer.example/keys'
const discovery = { issuer, jwks_uri: keysUrl }
const rsa = (kid: string) => ({ kty: 'RSA', kid, n: 'AQAB', e: 'AQAB' })

type Reply = [status: number, body: unknown]

/** An issuer elsewhere: what its two addresses answer. */
function keysOf(replies: Record<string, Reply>) {
  const fetchIssuer = async (url: string) => {
    const [status, body] = replies[url] ?? [404, '']
    return { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
  }
  return fetchIssuerKeys(issuer, { ...emulator.world, fetchIssuer })
}

test('the slash at the end of an issuer is not doubled in the address of its metadata', async () => {
  const keys = await keysOf({ [discoveryUrl]: [200, discovery], [keysUrl]: [200, { keys: [rsa('a')] }] })
  expect(keys.map(({ kid }) => kid)).toEqual(['a'])
})

test('only RSA keys among the first hundred count', async () => {
  const many = Array.from({ length: 101 }, (_, index) => rsa(`key-${index}`))
  const odd = [
    { kty: 'EC', kid: 'ec', crv: 'P-256', x: 'x', y: 'y' },
    { kty: 'RSA', kid: 'half' },
  ]
  const keys = await keysOf({
    [discoveryUrl]: [200, discovery],
    [keysUrl]: [200, { keys: [...odd, ...many] }],
  })
  expect(keys).toHaveLength(98)
  expect(keys.at(-1)?.kid).toBe('key-97')
})

test.for<[string, Record<string, Reply>]>([
  ['no metadata', {}],
  ['a redirect', { [discoveryUrl]: [302, discovery] }],
  ['metadata that is no JSON', { [discoveryUrl]: [200, '<html>'] }],
  ['metadata without keys', { [discoveryUrl]: [200, { issuer }] }],
  ['metadata of another issuer', { [discoveryUrl]: [200, { ...discovery, issuer: issuer.slice(0, -1) }] }],
  ['keys over plain http', { [discoveryUrl]: [200, { issuer, jwks_uri: 'http://issuer.example/keys' }] }],
  ['no keys', { [discoveryUrl]: [200, discovery] }],
  ['keys that are no list', { [discoveryUrl]: [200, discovery], [keysUrl]: [200, { keys: 'none' }] }],
])('an issuer with %s is refused with 90061', async ([, replies]) => {
  await expect(keysOf(replies)).rejects.toMatchObject({ failure: { code: 90061, error: 'invalid_request' } })
})

test.for([429, 500, 503])('an issuer that answers %s is refused with 50166', async (status) => {
  await expect(keysOf({ [discoveryUrl]: [status, ''] })).rejects.toMatchObject({ failure: { code: 50166 } })
})
