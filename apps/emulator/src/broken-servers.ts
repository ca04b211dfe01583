import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import { callbackify } from 'node:util'
import type { CertificateAuthority, ServerCertificate } from './kernel/certificates.ts'
import { brokenIssuers } from './seed-broken-issuers.ts'

/**
 * Servers of the issuers with broken TLS: one whose certificates are all wrong, one that speaks no TLS. What they answer is
 * the same as anywhere, only nobody should come to read it.
 */
export function createBrokenServers(
  authority: CertificateAuthority,
  listener: RequestListener,
): { tls: Server; plain: Server } {
  const secureContext = async (host: string) => createSecureContext(await wrongCertificate(authority, host))
  return {
    tls: createTlsServer({ SNICallback: callbackify(secureContext) }, listener),
    plain: createHttpServer(listener),
  }
}

async function wrongCertificate(authority: CertificateAuthority, host: string): Promise<ServerCertificate> {
  const { expiredCertificate, selfSigned, otherHost } = brokenIssuers
  if (host === expiredCertificate.host) return authority.brokenCertificateFor(host, 'expired')
  if (host === selfSigned.host) return authority.brokenCertificateFor(host, 'selfSigned')
  return authority.certificateFor([`not-${otherHost.host}`])
}
