import { createPublicKey, verify as verifyBytes, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openSigningKeys } from './key-files.ts'
import type { KeyPurpose, SigningKeys } from './signing-keys.ts'

const claims = { iss: 'https://issuer.contoso.com', aud: 'api://contoso', exp: 4_000_000_000 }
const expected = { issuer: claims.iss, audience: [claims.aud], now: 1_700_000_000_000 }

async function publicSet(keys: SigningKeys, purpose: KeyPurpose) {
  return createLocalJWKSet(await keys.publicKeys(purpose))
}

test('after a rotation the new key signs and the one before is still accepted', async () => {
  const keys = openSigningKeys(temporaryFolder())
  const before = await keys.sign('contoso', claims)
  const kid = await keys.rotate('contoso')
  const after = await keys.sign('contoso', claims)
  expect(decodeProtectedHeader(after).kid).toBe(kid)
  expect(decodeProtectedHeader(before).kid).not.toBe(kid)
  for (const token of [before, after]) {
    expect(await keys.verify('contoso', token, expected)).toMatchObject(claims)
  }
})

test('a retired key is neither published nor accepted, and stays so after a restart', async () => {
  const folder = temporaryFolder()
  const keys = openSigningKeys(folder)
  const token = await keys.sign('contoso', claims)
  const kid = String(decodeProtectedHeader(token).kid)
  await keys.rotate('contoso')
  expect(await keys.retire('contoso', kid)).toBe(true)
  for (const opened of [keys, openSigningKeys(folder)]) {
    const published = (await opened.publicKeys('contoso')).keys
    expect(published).toHaveLength(1)
    expect(published[0]?.['kid']).not.toBe(kid)
    await expect(opened.verify('contoso', token, expected)).rejects.toThrow('no applicable key found')
  }
  expect(await keys.retire('contoso', kid)).toBe(false)
})

test('the last key can be retired: it still signs what nobody can verify', async () => {
  const keys = openSigningKeys(temporaryFolder())
  const kid = String(decodeProtectedHeader(await keys.sign('contoso', claims)).kid)
  await keys.retire('contoso', kid)
  expect(await keys.publicKeys('contoso')).toEqual({ keys: [] })
  expect(decodeProtectedHeader(await keys.sign('contoso', claims))).toMatchObject({ kid, alg: 'RS256' })
})

test('rotations at the same time are all kept', async () => {
  const folder = temporaryFolder()
  const keys = openSigningKeys(folder)
  const kids = await Promise.all([1, 2, 3].map(() => keys.rotate('contoso')))
  const published = (await openSigningKeys(folder).publicKeys('contoso')).keys.map((key) => key['kid'])
  expect(new Set(published)).toEqual(new Set([...kids, published.at(-1)]))
  expect(published).toHaveLength(4)
})

test('a curve key signs ES256', async () => {
  const keys = openSigningKeys(temporaryFolder())
  const purpose = { name: 'curve', kind: 'p256' } as const
  const token = await keys.sign(purpose, claims)
  expect((await keys.publicKeys(purpose)).keys).toMatchObject([{ kty: 'EC', crv: 'P-256', alg: 'ES256' }])
  const { protectedHeader } = await jwtVerify(token, await publicSet(keys, purpose))
  expect(protectedHeader.alg).toBe('ES256')
})

test('a short RSA key signs rightly, which a strict reader then refuses for its length', async () => {
  const keys = openSigningKeys(temporaryFolder())
  const purpose = { name: 'short', kind: 'rsa1024' } as const
  const token = await keys.sign(purpose, claims)
  const [head = '', body = '', signature = ''] = token.split('.')
  const [jwk = {}] = (await keys.publicKeys(purpose)).keys
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  expect(key.asymmetricKeyDetails?.modulusLength).toBe(1024)
  expect(
    verifyBytes('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url')),
  ).toBe(true)
  await expect(jwtVerify(token, await publicSet(keys, purpose))).rejects.toThrow('2048 bits or larger')
})

test('the keys of Entra carry a certificate over the same key, and its thumbprint as their id', async () => {
  const keys = openSigningKeys(temporaryFolder())
  await keys.rotate('entra')
  for (const key of (await keys.publicKeys('entra')).keys) {
    const [der] = key['x5c'] as string[]
    const certificate = new X509Certificate(Buffer.from(der ?? '', 'base64'))
    expect(certificate.publicKey.export({ format: 'jwk' })).toEqual({ kty: 'RSA', n: key['n'], e: key['e'] })
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    const thumbprint = Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex').toString('base64url')
    expect([key['x5t'], key['kid']]).toEqual([thumbprint, thumbprint])
    expect(Object.keys(key).some((name) => ['d', 'p', 'q', 'dp', 'dq', 'qi'].includes(name))).toBe(false)
  }
})

test('a key kept from before certificates gets one and keeps its id', async () => {
  const folder = temporaryFolder()
  await openSigningKeys(folder).sign('contoso', claims)
  const path = join(folder, 'entra.json')
  writeFileSync(path, readFileSync(join(folder, 'contoso.json')))
  const [before] = (await openSigningKeys(folder).publicKeys('contoso')).keys
  const [after] = (await openSigningKeys(folder).publicKeys('entra')).keys
  expect(after).toMatchObject({ kid: before?.['kid'], n: before?.['n'], x5c: [expect.any(String)] })
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test.for(['not JSON', '{"keys":[]}', '{"keys":[{"kty":"oct","kid":"a","k":"b"}]}'])(
  'a key file with %s stops the start of its purpose',
  async (content) => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'contoso.json'), content)
    await expect(openSigningKeys(folder).sign('contoso', claims)).rejects.toThrow('is damaged: delete it')
  },
)
