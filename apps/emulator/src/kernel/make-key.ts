import 'reflect-metadata'
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  randomBytes,
  webcrypto,
} from 'node:crypto'
import { promisify } from 'node:util'
import * as x509 from '@peculiar/x509'
import { calculateJwkThumbprint, exportJWK } from 'jose'
import { z } from 'zod'
import type { KeyKind } from './signing-keys.ts'

const rsaKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
})
const curveKey = z.looseObject({
  kty: z.literal('EC'),
  kid: z.string(),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})
const certificateFields = {
  x5c: z.array(z.string()).optional(),
  x5t: z.string().optional(),
  retired: z.boolean().optional(),
}

/** A private key as it is kept on disk: a JWK, with its certificate when the purpose publishes one. */
export const storedKey = z.union([rsaKey.extend(certificateFields), curveKey.extend(certificateFields)])

export type StoredKey = z.infer<typeof storedKey>

const generate = promisify(generateKeyPair)

/** A new private key; with a certificate its `kid` is the thumbprint, as Entra's keys have it. */
export async function makeKey(kind: KeyKind, certified: boolean): Promise<StoredKey> {
  const { privateKey } =
    kind === 'p256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: kind === 'rsa1024' ? 1024 : 2048 })
  const jwk = await exportJWK(privateKey)
  const key = storedKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) })
  if (!certified) return key
  const withCertificate = await certify(key)
  return { ...withCertificate, kid: withCertificate.x5t }
}

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const validYears = 5

/** Adds the self-signed certificate under which Entra publishes a key. Its dates follow real time. */
export async function certify(key: StoredKey): Promise<StoredKey & { x5c: string[]; x5t: string }> {
  const privateKey = createPrivateKey({ key, format: 'jwk' })
  const pkcs8 = new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }))
  const spki = new Uint8Array(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }))
  const keys = {
    privateKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, rsa, true, ['sign']),
    publicKey: await webcrypto.subtle.importKey('spki', spki, rsa, true, ['verify']),
  }
  const now = Date.now()
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: randomBytes(8).toString('hex'),
      name: 'CN=accounts.accesscontrol.windows.net',
      notBefore: new Date(now),
      notAfter: new Date(now + validYears * 365 * 24 * 60 * 60_000),
      signingAlgorithm: rsa,
      keys,
    },
    webcrypto,
  )
  const der = Buffer.from(certificate.rawData)
  return {
    ...key,
    x5c: [der.toString('base64')],
    x5t: createHash('sha1').update(der).digest('base64url'),
  }
}
