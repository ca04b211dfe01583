import 'reflect-metadata'
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import { systemClock, type Clock } from './clock.ts'
import { readFileIfPresent, replaceFile } from './files.ts'
import { selfSignedCertificate } from './self-signed.ts'
import { StartupError } from './startup-error.ts'

const dayMs = 24 * 60 * 60 * 1000
const authorityDays = 3650
const leafDays = 90
const renewBeforeDays = 30

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
}
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }

export interface CertificateAuthority {
  pem: string
  /** PEM key and certificate for host names and addresses; held in memory and made anew before they expire. */
  certificateFor: (names: readonly string[]) => Promise<ServerCertificate>
  /** Broken on purpose: expired months ago, or trusted by nobody. */
  brokenCertificateFor: (name: string, flaw: 'expired' | 'selfSigned') => Promise<ServerCertificate>
}

export interface ServerCertificate {
  key: string
  cert: string
}

/**
 * Opens the local certificate authority `ca.pem` (with its key beside it), or makes it. Certificates follow real
 * time, whatever the tenant's clock says: real clients judge them.
 */
export async function openCertificateAuthority(
  folder: string,
  clock: Clock = systemClock,
): Promise<CertificateAuthority> {
  mkdirSync(folder, { recursive: true })
  x509.cryptoProvider.set(webcrypto)
  const authority = (await readAuthority(folder, clock)) ?? (await createAuthority(folder, clock))
  const leafKeys = await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])
  const issued = new Map<string, { certificate: Promise<ServerCertificate>; renewAt: number }>()
  return {
    pem: authority.certificate.toString('pem'),
    certificateFor: (names) => {
      const key = names.join(' ')
      const held = issued.get(key)
      if (held && held.renewAt > clock.now()) return held.certificate
      const certificate = issue(authority, leafKeys, names, clock)
      issued.set(key, { certificate, renewAt: clock.now() + (leafDays - renewBeforeDays) * dayMs })
      return certificate
    },
    brokenCertificateFor: async (name, flaw) => {
      if (flaw === 'selfSigned') {
        return {
          key: await privateKeyPem(leafKeys),
          cert: await selfSignedCertificate(name, leafKeys, clock),
        }
      }
      return issue(authority, leafKeys, [name], { now: () => clock.now() - 2 * leafDays * dayMs })
    },
  }
}

interface Authority {
  certificate: x509.X509Certificate
  privateKey: webcrypto.CryptoKey
}

async function readAuthority(folder: string, clock: Clock): Promise<Authority | undefined> {
  const pem = readFileIfPresent(join(folder, 'ca.pem'))
  const keyPem = readFileIfPresent(join(folder, 'ca.key.pem'))
  if (pem === undefined || keyPem === undefined) return undefined
  try {
    const certificate = new x509.X509Certificate(pem)
    if (certificate.notAfter.getTime() < clock.now() + renewBeforeDays * dayMs) return undefined
    const der = createPrivateKey(keyPem).export({ type: 'pkcs8', format: 'der' })
    const privateKey = await webcrypto.subtle.importKey('pkcs8', new Uint8Array(der), rsa, false, ['sign'])
    return { certificate, privateKey }
  } catch (cause) {
    throw new StartupError(
      `${join(folder, 'ca.pem')} or ca.key.pem is damaged: delete both to have new ones made.`,
      { cause },
    )
  }
}

async function createAuthority(folder: string, clock: Clock): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=Trustwright emulator local CA',
    notBefore: new Date(clock.now() - dayMs),
    notAfter: new Date(clock.now() + authorityDays * dayMs),
    signingAlgorithm: rsa,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  replaceFile(join(folder, 'ca.key.pem'), x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'), 0o600)
  replaceFile(join(folder, 'ca.pem'), `${certificate.toString('pem')}\n`, 0o644)
  return { certificate, privateKey: keys.privateKey }
}

async function issue(
  authority: Authority,
  keys: webcrypto.CryptoKeyPair,
  names: readonly string[],
  clock: Clock,
): Promise<ServerCertificate> {
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: `CN=${names[0]}`,
    issuer: authority.certificate.subject,
    notBefore: new Date(clock.now() - dayMs),
    notAfter: new Date(clock.now() + leafDays * dayMs),
    signingAlgorithm: rsa,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
      ),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate),
    ],
  })
  return { key: await privateKeyPem(keys), cert: certificate.toString('pem') }
}

async function privateKeyPem({ privateKey }: webcrypto.CryptoKeyPair): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY')
}

/** 128 random bits; the first one is off, so that the number is positive. */
function serialNumber(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40
  return bytes.toString('hex')
}
