import { X509Certificate } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, expect, test } from 'vitest'
import { clusterIssuer, githubIssuer } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { testClock } from '../testing/test-clock.ts'
import { openCertificateAuthority } from './certificates.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const port = Number(new URL(emulator.httpsOrigin).port)

/** Resolves with the certificate's names, or rejects as a real client would. */
function handshake(options: { servername?: string; host?: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', ca: emulator.caPem, ...options }, () => {
      resolve(String(socket.getPeerCertificate().subjectaltname))
      socket.end()
    })
    socket.on('error', reject)
  })
}

test.for([
  [new URL(githubIssuer).hostname, new URL(githubIssuer).hostname],
  [new URL(clusterIssuer).hostname, '*.oic.prod-aks.azure.com'],
  ['swedencentral.oic.prod-aks.azure.com', '*.oic.prod-aks.azure.com'],
  ['GitLab.com', 'gitlab.com'],
  ['html.broken.example', 'html.broken.example'],
] as const)('%s has the certificate %s', async ([servername, name]) => {
  expect(await handshake({ servername })).toBe(`DNS:${name}`)
})

test('localhost and both loopback addresses are in one certificate', async () => {
  const names = 'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1'
  expect(await handshake({ servername: 'localhost' })).toBe(names)
  expect(await handshake({ host: '127.0.0.1' })).toBe(names)
})

test.for([
  'rebound.example',
  'two.labels.oic.prod-aks.azure.com',
  'oic.prod-aks.azure.com',
  'about.gitlab.com',
  'expired-certificate.broken.example',
  'elsewhere.broken.example',
])('%s has no certificate here: clients refuse', async (servername) => {
  await expect(handshake({ servername })).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})

test('the authority is made once, with a key that only its owner can read', async () => {
  const folder = temporaryFolder()
  const first = await openCertificateAuthority(folder)
  expect(statSync(join(folder, 'ca.key.pem')).mode & 0o777).toBe(0o600)
  const again = await openCertificateAuthority(folder)
  expect(again.pem).toBe(first.pem)
  const ca = new X509Certificate(first.pem)
  expect(ca.ca).toBe(true)
  const { cert } = await again.certificateFor(['localhost'])
  expect(new X509Certificate(cert).verify(ca.publicKey)).toBe(true)
})

test('certificates and the authority are made anew a month before they expire', async () => {
  const folder = temporaryFolder()
  const dayMs = 24 * 60 * 60 * 1000
  const clock = testClock()
  const authority = await openCertificateAuthority(folder, clock)
  const first = await authority.certificateFor(['localhost'])
  clock.advance(59 * dayMs)
  expect(await authority.certificateFor(['localhost'])).toEqual(first)
  clock.advance(2 * dayMs)
  expect((await authority.certificateFor(['localhost'])).cert).not.toBe(first.cert)
  clock.advance(3558 * dayMs)
  expect((await openCertificateAuthority(folder, clock)).pem).toBe(authority.pem)
  clock.advance(2 * dayMs)
  expect((await openCertificateAuthority(folder, clock)).pem).not.toBe(authority.pem)
})

test('an authority without its key is made anew', async () => {
  const folder = temporaryFolder()
  const first = await openCertificateAuthority(folder)
  rmSync(join(folder, 'ca.key.pem'))
  expect((await openCertificateAuthority(folder)).pem).not.toBe(first.pem)
})

test('a damaged authority stops the start instead of being replaced', async () => {
  const folder = temporaryFolder()
  await openCertificateAuthority(folder)
  writeFileSync(join(folder, 'ca.pem'), 'not a certificate')
  await expect(openCertificateAuthority(folder)).rejects.toThrow('is damaged: delete both')
  expect(readFileSync(join(folder, 'ca.pem'), 'utf8')).toBe('not a certificate')
})
