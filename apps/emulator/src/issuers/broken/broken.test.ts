import { connect } from 'node:tls'
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { brokenIssuers } from '../../seed-broken-issuers.ts'
import { storeCredential } from '../../kernel/credential-writes.ts'
import { tokenExchangeAudience } from '../../seed.ts'
import { entraRequests } from '../../testing/entra-requests.ts'
import { given } from '../../testing/given.ts'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'

const emulator = await startTestEmulator({ reality: { slowIssuerMs: 150 } })
afterAll(() => emulator.close())
const { world, browserOrigin } = emulator
const { token } = entraRequests(emulator)

const discoveryOf = ({ issuer }: { issuer: string }) =>
  world.fetchIssuer(`${issuer}/.well-known/openid-configuration`)
const document = z.object({ issuer: z.string(), jwks_uri: z.string() })
const keySet = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string(), n: z.string().optional() })),
})

async function keysOf({ issuer }: { issuer: string }) {
  return keySet.parse(JSON.parse((await world.fetchIssuer(`${issuer}/.well-known/jwks`)).body)).keys
}

async function mint({ id }: { id: string }): Promise<string> {
  const response = await emulator.fetch(`${browserOrigin}/issuers/${id}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'contoso' }),
  })
  return z.object({ token: z.string() }).parse(await response.json()).token
}

test.for(Object.values(brokenIssuers))('$id mints tokens that say $issuer', async (issuer) => {
  const [, payload = ''] = (await mint(issuer)).split('.')
  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
    iss: issuer.issuer,
    sub: 'contoso',
  })
})

test('the wrong issuer names another one', async () => {
  const { body } = await discoveryOf(brokenIssuers.wrongIssuer)
  expect(document.parse(JSON.parse(body)).issuer).toBe('https://elsewhere.broken.example')
})

test('without an RSA key there is only a curve, and the token is signed by neither', async () => {
  const { kid, alg } = decodeProtectedHeader(await mint(brokenIssuers.noRsaKey))
  const keys = await keysOf(brokenIssuers.noRsaKey)
  expect(alg).toBe('RS256')
  expect(keys.map(({ kty }) => kty)).toEqual(['EC'])
  expect(keys.map((key) => key.kid)).not.toContain(kid)
})

test('an ES256 token is proven by the published curve', async () => {
  const { body } = await world.fetchIssuer(`${brokenIssuers.es256.issuer}/.well-known/jwks`)
  const { keys } = z.object({ keys: z.array(z.record(z.string(), z.string())) }).parse(JSON.parse(body))
  const key = await importJWK(keys[0] ?? {}, 'ES256')
  const { protectedHeader } = await compactVerify(await mint(brokenIssuers.es256), key)
  expect(protectedHeader).toMatchObject({ alg: 'ES256', kid: keys[0]?.kid })
})

test('the short key has 1024 bits', async () => {
  const [key] = await keysOf(brokenIssuers.shortKey)
  expect(Buffer.from(key?.n ?? '', 'base64url')).toHaveLength(128)
  expect(decodeProtectedHeader(await mint(brokenIssuers.shortKey)).kid).toBe(key?.kid)
})

test('the signing key is number 101, after 100 others of 2048 bits', async () => {
  const keys = await keysOf(brokenIssuers.manyKeys)
  expect(new Set(keys.map(({ kid }) => kid)).size).toBe(101)
  expect(keys.every(({ n }) => Buffer.from(n ?? '', 'base64url').length === 256)).toBe(true)
  const { kid } = decodeProtectedHeader(await mint(brokenIssuers.manyKeys))
  expect(keys.findIndex((key) => key.kid === kid)).toBe(100)
})

test('the key rotated away is not among the published ones', async () => {
  const { kid } = decodeProtectedHeader(await mint(brokenIssuers.rotatedAway))
  const keys = await keysOf(brokenIssuers.rotatedAway)
  expect(keys).toHaveLength(1)
  expect(keys.map((key) => key.kid)).not.toContain(kid)
})

test('the slow issuer takes as long as reality says', async () => {
  const startedAt = performance.now()
  expect((await discoveryOf(brokenIssuers.slow)).status).toBe(200)
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(149)
})

test('the huge document is more than the reader takes', async () => {
  await expect(discoveryOf(brokenIssuers.huge)).rejects.toThrow('answers more than 1 MiB')
})

test.for([
  [brokenIssuers.redirectsDiscovery, 302],
  [brokenIssuers.noDiscovery, 404],
  [brokenIssuers.unavailable, 503],
] as const)('%o answers %i', async ([issuer, status]) => {
  expect((await discoveryOf(issuer)).status).toBe(status)
})

test('keys may redirect, be none, or lie at plain http, and a document may be a page', async () => {
  const { redirectsKeys, noKeys, httpKeys, html } = brokenIssuers
  expect(await world.fetchIssuer(`${redirectsKeys.issuer}/.well-known/jwks`)).toMatchObject({ status: 302 })
  expect(await keysOf(noKeys)).toEqual([])
  expect(document.parse(JSON.parse((await discoveryOf(httpKeys)).body)).jwks_uri).toBe(
    `http://${httpKeys.host}/.well-known/jwks`,
  )
  expect((await discoveryOf(html)).body).toContain('<!doctype html>')
})

test.for([
  [brokenIssuers.expiredCertificate, 'CERT_HAS_EXPIRED'],
  [brokenIssuers.selfSigned, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  [brokenIssuers.otherHost, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  [brokenIssuers.noTls, 'EPROTO'],
] as const)('%o fails the handshake with %s', async ([issuer, code]) => {
  await expect(discoveryOf(issuer)).rejects.toMatchObject({ code })
})

test('a client that looks past the certificate reads the document', async () => {
  const { host } = brokenIssuers.selfSigned
  const port = Number(world.settings.issuerResolve[host]?.split(':')[1])
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername: host, rejectUnauthorized: false }, () => {
      socket.write(
        `GET /.well-known/openid-configuration HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
      )
    })
    let text = ''
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toContain(`"issuer":"https://${host}"`)
})

test.for(Object.values(brokenIssuers).filter(({ id }) => id !== brokenIssuers.slow.id))(
  'Entra refuses the token of $id with AADSTS$aadsts',
  async ({ id, issuer, aadsts }) => {
    const { clientId, ...identity } = given(world.store.identities.list()[0], 'the seed')
    const { subscriptionId, resourceGroup, name } = identity
    const resourceId =
      `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/microsoft.managedidentity/userassignedidentities/${name}`.toLowerCase()
    storeCredential(world, `${resourceId}/federatedidentitycredentials/${id}`, {
      id,
      parent: { kind: 'managedIdentity', resourceId },
      name: id,
      issuer,
      subject: 'contoso',
      audiences: [tokenExchangeAudience],
      description: null,
      claimsMatchingExpression: null,
      createdAt: 0,
    })
    const { body } = await token({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: undefined,
      scope: 'https://management.azure.com/.default',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await mint({ id }),
    })
    expect(body.error_codes).toEqual([aadsts])
  },
)
