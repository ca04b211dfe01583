import type { RequestListener } from 'node:http'
import { createServer, type Server } from 'node:https'
import { createSecureContext } from 'node:tls'
import { callbackify } from 'node:util'
import type { CertificateAuthority } from './certificates.ts'
import { coveringName } from './host-patterns.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * An https server that shows each outside issuer's host its own certificate; `*.suffix` gets one for all labels before
 * it. Clients that name another host, or none (an address in the URL), get the certificate of the own names.
 */
export async function createTlsServer(
  authority: CertificateAuthority,
  names: { own: readonly string[]; issuers: ReadonlySet<string> },
  listener: RequestListener,
): Promise<Server> {
  const server = createServer(
    {
      ...(await authority.certificateFor(names.own)),
      SNICallback: callbackify(async (host: string) => {
        const issuer = coveringName(host, (name) => names.issuers.has(name))
        return createSecureContext(await authority.certificateFor(issuer ? [issuer] : names.own))
      }),
    },
    listener,
  )
  const renewal = setInterval(() => {
    void authority.certificateFor(names.own).then((certificate) => server.setSecureContext(certificate))
  }, dayMs)
  renewal.unref()
  server.on('close', () => clearInterval(renewal))
  return server
}
