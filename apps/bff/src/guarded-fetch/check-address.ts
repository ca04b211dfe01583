import { isIP } from 'node:net'
import { limits } from '@trustwright/shared-schemas'
import { FetchRefusedError, type FetchRefusal } from './guarded-fetch-types.ts'

/** An address whose text is allowed. Whether the host is public is not known yet. */
export interface CheckedAddress {
  /** A-label form, in lower case, without a dot at its end. */
  readonly host: string
  /** As sent in the request line. */
  readonly path: string
}

/** An issuer as long as Entra stores it, with the place of its document behind it. */
const longest = limits.textLength + '/.well-known/openid-configuration'.length
/** Controls, formatting, unassigned, white space, and what RFC 3986 leaves out but parsers repair. */
const strange = /[\p{C}\p{Z}\\"<>^`{|}]/u
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** Names that no public resolver knows. https://www.iana.org/assignments/special-use-domain-names */
const reserved =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|svc|test|example|invalid|onion|alt|arpa)$/

/**
 * Reads an address once, by the WHATWG rules, and refuses all that an issuer or its keys never need. `named` are hosts
 * that the configuration vouches for: their names may be reserved ones. Throws FetchRefusedError.
 */
export function checkAddress(text: string, named: (host: string) => boolean): CheckedAddress {
  if (text.length > longest) throw new FetchRefusedError('too-long')
  if (strange.test(text)) throw new FetchRefusedError('characters')
  const url = URL.parse(text)
  if (url === null) throw new FetchRefusedError('not-an-address')
  const host = url.hostname.replace(/\.$/, '')
  const refusal = inText(text, url) ?? inHost(host, named)
  if (refusal !== null) throw new FetchRefusedError(refusal)
  return { host, path: url.pathname }
}

function inText(text: string, url: URL): FetchRefusal | null {
  if (url.protocol !== 'https:') return 'scheme'
  // The parser would take the host from what follows any number of slashes.
  if (!/^https:\/\/[^/]/i.test(text)) return 'not-an-address'
  if (url.username !== '' || url.password !== '' || /^https:\/\/[^/?#]*@/i.test(text)) return 'user-info'
  if (url.port !== '') return 'port'
  return /[?#]/.test(text) ? 'query' : null
}

function inHost(host: string, named: (host: string) => boolean): FetchRefusal | null {
  if (host.startsWith('[') || isIP(host) !== 0) return 'ip-literal'
  if (named(host)) return null
  const labels = host.split('.')
  const isName = host.length <= 253 && labels.length > 1 && labels.every((one) => label.test(one))
  return isName && !reserved.test(host) ? null : 'host-name'
}
