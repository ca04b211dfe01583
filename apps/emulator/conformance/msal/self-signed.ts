import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { X509CertificateGenerator } from '@peculiar/x509'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
}

export interface SelfSigned {
  certificatePem: string
  privateKeyPem: string
  /** Base64 of the DER bytes: what Graph's `keyCredentials` take. */
  key: string
  thumbprintSha256: string
  notBefore: Date
  notAfter: Date
}

/** A certificate as people make one for a client. */
export async function selfSigned(name: string): Promise<SelfSigned> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const notBefore = new Date(Date.now() - 60_000)
  const notAfter = new Date(Date.now() + 86_400_000)
  const certificate = await X509CertificateGenerator.createSelfSigned(
    { name: `CN=${name}`, notBefore, notAfter, signingAlgorithm: algorithm, keys },
    webcrypto,
  )
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const lines = pkcs8.match(/.{1,64}/g)?.join('\n') ?? ''
  return {
    certificatePem: certificate.toString('pem'),
    privateKeyPem: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    key: Buffer.from(certificate.rawData).toString('base64'),
    thumbprintSha256: Buffer.from(await certificate.getThumbprint('SHA-256', webcrypto)).toString('hex'),
    notBefore,
    notAfter,
  }
}
