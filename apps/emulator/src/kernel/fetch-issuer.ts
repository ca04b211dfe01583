import { request } from 'node:https'
import { getCACertificates } from 'node:tls'
import { coveringName } from './host-patterns.ts'

const timeoutMs = 10_000
const maxBodyBytes = 1024 * 1024

/**
 * Makes the GET that Entra makes for an issuer's metadata and keys: TLS with Node's roots and the local CA, no
 * redirects, 10 s, 1 MiB. `resolve` maps a host name, or `*.suffix` for one label, to `address:port`; other names go to
 * ordinary DNS.
 */
export function createIssuerFetch(resolve: Record<string, string>, caPem: string) {
  const ca = [...getCACertificates('default'), caPem]
  return (address: string): Promise<{ status: number; body: string }> => {
    const url = new URL(address)
    if (url.protocol !== 'https:') return Promise.reject(new Error(`${url.origin} is not https`))
    const { host, port } = target(url, resolve)
    return new Promise((settle, reject) => {
      const call = request(
        {
          host,
          port,
          path: `${url.pathname}${url.search}`,
          servername: url.hostname,
          headers: { host: url.host, accept: 'application/json' },
          ca,
          agent: false,
          signal: AbortSignal.timeout(timeoutMs),
        },
        (response) => {
          const chunks: Buffer[] = []
          let size = 0
          response.on('data', (chunk: Buffer) => {
            size += chunk.length
            if (size > maxBodyBytes) call.destroy(new Error(`${address} answers more than 1 MiB`))
            else chunks.push(chunk)
          })
          response.on('end', () =>
            settle({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
          )
          response.on('error', reject)
        },
      )
      call.on('error', reject)
      call.end()
    })
  }
}

function target(url: URL, resolve: Record<string, string>): { host: string; port: number } {
  const name = coveringName(url.hostname, (each) => Object.hasOwn(resolve, each))
  const mapped = name === undefined ? undefined : resolve[name]
  if (mapped === undefined) return { host: url.hostname, port: Number(url.port || 443) }
  const cut = mapped.lastIndexOf(':')
  return { host: mapped.slice(0, cut).replaceAll(/[[\]]/g, ''), port: Number(mapped.slice(cut + 1)) }
}
