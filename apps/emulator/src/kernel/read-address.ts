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
  url.pathname = url.pathname.replace(doubledSlash, '/')
  return decodes(url.pathname) ? url : undefined
}

/** Clients made from Microsoft's definitions put a scope that starts with a slash behind one; ARM reads it as one slash. */
const doubledSlash = /^\/\/(?=(?:subscriptions|providers|tenants)(?:\/|$))/i

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
