import { randomBytes, type webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { Clock } from './clock.ts'

const dayMs = 24 * 60 * 60 * 1000
const days = 90

/** A certificate that only vouches for itself; PEM. */
export async function selfSignedCertificate(
  name: string,
  keys: webcrypto.CryptoKeyPair,
  clock: Clock,
): Promise<string> {
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: `40${randomBytes(15).toString('hex')}`,
    name: `CN=${name}`,
    notBefore: new Date(clock.now() - dayMs),
    notAfter: new Date(clock.now() + days * dayMs),
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    keys,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  })
  return certificate.toString('pem')
}
