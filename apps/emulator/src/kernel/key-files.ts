import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose'
import { z } from 'zod'
import { readFileIfPresent, replaceFile } from './files.ts'
import type { SigningKeys } from './signing-keys.ts'
import { StartupError } from './startup-error.ts'

interface KeyRing {
  privateKey: CryptoKey
  kid: string
  published: { keys: JWK[] }
  getKey: JWTVerifyGetKey
}

const keyFile = z.object({
  keys: z
    .array(
      z.looseObject({ kty: z.literal('RSA'), kid: z.string(), n: z.string(), e: z.string(), d: z.string() }),
    )
    .min(1),
})

/** Keeps one file a purpose in `folder`, newest key first; the newest one signs. */
export function openSigningKeys(folder: string): SigningKeys {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const rings = new Map<string, Promise<KeyRing>>()
  const ringFor = (purpose: string) => {
    const ring = rings.get(purpose) ?? loadRing(join(folder, `${purpose}.json`))
    rings.set(purpose, ring)
    return ring
  }
  return {
    sign: async (purpose, claims, header) => {
      const { privateKey, kid } = await ringFor(purpose)
      return new SignJWT(claims)
        .setProtectedHeader({ typ: 'JWT', ...header, alg: 'RS256', kid })
        .sign(privateKey)
    },
    publicKeys: async (purpose) => (await ringFor(purpose)).published,
    verify: async (purpose, token, expected) => {
      const { getKey } = await ringFor(purpose)
      const { payload } = await jwtVerify(token, getKey, {
        algorithms: ['RS256'],
        issuer: expected.issuer,
        audience: expected.audience,
        currentDate: new Date(expected.now),
        requiredClaims: ['exp'],
      })
      return payload
    },
  }
}

async function loadRing(path: string): Promise<KeyRing> {
  const keys = readKeys(path) ?? (await createKeys(path))
  const newest = keys[0]
  if (!newest) throw new StartupError(`${path} holds no key.`)
  const privateKey = await importJWK(newest, 'RS256')
  if (privateKey instanceof Uint8Array) throw new StartupError(`${path} holds no RSA key.`)
  const published = {
    keys: keys.map(({ kid, n, e }) => ({ kty: 'RSA', use: 'sig', alg: 'RS256', kid, n, e })),
  }
  return { privateKey, kid: newest.kid, published, getKey: createLocalJWKSet(published) }
}

function readKeys(path: string) {
  const text = readFileIfPresent(path)
  if (text === undefined) return undefined
  try {
    return keyFile.parse(JSON.parse(text)).keys
  } catch (cause) {
    throw new StartupError(`${path} is damaged: delete it to have a new signing key made.`, { cause })
  }
}

async function createKeys(path: string) {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true })
  const key = await exportJWK(privateKey)
  const keys = [{ ...key, kid: await calculateJwkThumbprint(key) }]
  replaceFile(path, JSON.stringify({ keys }))
  return keyFile.parse({ keys }).keys
}
