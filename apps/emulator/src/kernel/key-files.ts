import { createPrivateKey, sign as signBytes, type KeyObject } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalJWKSet, jwtVerify, SignJWT, type JWK, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { readFileIfPresent, replaceFile } from './files.ts'
import { certify, makeKey, storedKey, type StoredKey } from './make-key.ts'
import type { KeyKind, KeyPurpose, SigningKeys } from './signing-keys.ts'
import { StartupError } from './startup-error.ts'

interface KeyRing {
  stored: readonly StoredKey[]
  signer: { key: KeyObject; kid: string; alg: 'RS256' | 'ES256' }
  published: { keys: JWK[] }
  getKey: JWTVerifyGetKey
}

const keyFile = z.object({ keys: z.array(storedKey).min(1) })

/** Purposes whose public keys carry a certificate. */
const certified: ReadonlySet<string> = new Set(['entra'])

/** Keeps one file a purpose in `folder`, newest key first. */
export function openSigningKeys(folder: string): SigningKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const rings = new Map<string, Promise<KeyRing>>()
  const pathOf = (name: string) => join(folder, `${name}.json`)
  const ringFor = (purpose: KeyPurpose) => {
    const { name, kind } = named(purpose)
    const ring = rings.get(name) ?? loadRing(pathOf(name), kind, certified.has(name))
    rings.set(name, ring)
    return ring
  }
  /** One change after the other: each starts from the ring that the one before left. */
  const change = (
    purpose: KeyPurpose,
    work: (keys: readonly StoredKey[]) => Promise<readonly StoredKey[]>,
  ) => {
    const { name } = named(purpose)
    const before = ringFor(purpose)
    const after = before.then(async (ring) => {
      const keys = await work(ring.stored)
      replaceFile(pathOf(name), JSON.stringify({ keys }))
      return toRing(keys)
    })
    rings.set(
      name,
      after.catch(() => before),
    )
    return after
  }
  return {
    sign: async (purpose, claims, header) => signToken((await ringFor(purpose)).signer, claims, header),
    publicKeys: async (purpose) => (await ringFor(purpose)).published,
    rotate: async (purpose) => {
      const { name, kind } = named(purpose)
      const ring = await change(purpose, async (keys) => [await makeKey(kind, certified.has(name)), ...keys])
      return ring.signer.kid
    },
    retire: async (purpose, kid) => {
      const ring = await ringFor(purpose)
      if (!ring.published.keys.some((key) => key.kid === kid)) return false
      await change(purpose, (keys) =>
        Promise.resolve(keys.map((key) => (key.kid === kid ? { ...key, retired: true } : key))),
      )
      return true
    },
    verify: async (purpose, token, expected) => {
      const { getKey } = await ringFor(purpose)
      const { payload } = await jwtVerify(token, getKey, {
        algorithms: ['RS256', 'ES256'],
        issuer: expected.issuer,
        audience: expected.audience,
        currentDate: new Date(expected.now),
        requiredClaims: ['exp'],
      })
      return payload
    },
  }
}

function named(purpose: KeyPurpose): { name: string; kind: KeyKind } {
  return typeof purpose === 'string' ? { name: purpose, kind: 'rsa2048' } : purpose
}

async function loadRing(path: string, kind: KeyKind, withCertificate: boolean): Promise<KeyRing> {
  const present = readKeys(path)
  const complete =
    present?.every((key) => key.x5c !== undefined || !withCertificate) === true ? present : undefined
  if (complete) return toRing(complete)
  const keys = present
    ? await Promise.all(present.map((key) => certify(key)))
    : [await makeKey(kind, withCertificate)]
  replaceFile(path, JSON.stringify({ keys }))
  return toRing(keys)
}

function readKeys(path: string): StoredKey[] | undefined {
  const text = readFileIfPresent(path)
  if (text === undefined) return undefined
  try {
    return keyFile.parse(JSON.parse(text)).keys
  } catch (cause) {
    throw new StartupError(`${path} is damaged: delete it to have a new signing key made.`, { cause })
  }
}

function toRing(stored: readonly StoredKey[]): KeyRing {
  const live = stored.filter(({ retired }) => retired !== true)
  const newest = live[0] ?? stored[0]
  if (!newest) throw new Error('a key ring holds at least one key')
  const key = createPrivateKey({ key: newest, format: 'jwk' })
  const published = { keys: live.map(publicPart) }
  return {
    stored,
    signer: { key, kid: newest.kid, alg: algorithmOf(newest) },
    published,
    getKey: createLocalJWKSet(published),
  }
}

function algorithmOf({ kty }: StoredKey): 'RS256' | 'ES256' {
  return kty === 'EC' ? 'ES256' : 'RS256'
}

function publicPart(key: StoredKey): JWK {
  const { kid, x5c, x5t } = key
  const common = { use: 'sig', alg: algorithmOf(key), kid, ...(x5c && x5t ? { x5t, x5c } : {}) }
  return key.kty === 'EC'
    ? { kty: key.kty, ...common, crv: key.crv, x: key.x, y: key.y }
    : { kty: key.kty, ...common, n: key.n, e: key.e }
}

async function signToken(
  { key, kid, alg }: KeyRing['signer'],
  claims: Record<string, unknown>,
  header: Record<string, unknown> = {},
): Promise<string> {
  const full = { typ: 'JWT', ...header, alg, kid }
  const modulus = key.asymmetricKeyDetails?.modulusLength
  if (modulus === undefined || modulus >= 2048) {
    return new SignJWT(claims).setProtectedHeader(full).sign(key)
  }
  return signWithShortKey(key, full, claims)
}

/** `jose` refuses RSA keys under 2048 bits, which is the point of an issuer that has one. */
function signWithShortKey(key: KeyObject, header: object, claims: object): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${signBytes('sha256', Buffer.from(input), key).toString('base64url')}`
}
