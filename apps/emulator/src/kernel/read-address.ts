import type { IncomingMessage } from 'node:http'

/**
 * The address that was asked for, or undefined when it cannot be trusted to mean one thing: a Host header that is more
 * than host and port, a request line with a host of its own, or a path that does not decode.
 */
export function readAddress(incoming: IncomingMessage, scheme: 'http' | 'https'): URL | undefined {
  const authority = incoming.headers.host ?? ''
  const target = incoming.url ?? ''
  if (!/^[^\s/\\?#@]+$/.test(authority) || !target.startsWith('/')) return undefined
  const address = `${scheme}://${authority}${target}`
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  return decodes(url.pathname) ? url : undefined
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
