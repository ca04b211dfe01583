import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { Client } from 'undici'
import { checkAddress, type CheckedAddress } from './check-address.ts'
import { connectPinned, type Pinned } from './connect-pinned.ts'
import {
  FetchRefusedError,
  type FetchOptions,
  type FetchedText,
  type GuardedFetch,
} from './guarded-fetch-types.ts'
import { readAnswer } from './read-answer.ts'
import { refusedBy } from './refused-by.ts'
import { resolveHost } from './resolve-host.ts'

export interface GuardedFetchConfig {
  /** Addresses of hosts that are not asked of DNS, by host: `ISSUER_RESOLVE`, the only exception. */
  readonly resolve: ReadonlyMap<string, { readonly address: string; readonly port: number }>
  /** Authorities in PEM for every other host; those that Node brings along where absent, since Entra knows no others. */
  readonly authorities?: readonly string[]
}

const deadlineMs = 3_000
const mostBytes = 256 * 1024
const mostHeaderBytes = 16 * 1024

/**
 * The only way by which the portal fetches an address that a person or an outside document named: https to a public
 * address that was checked and then dialled itself, no redirect, no proxy, capped in time, headers and bytes.
 */
export function createGuardedFetch({ resolve, authorities }: GuardedFetchConfig): GuardedFetch {
  let publicAuthorities: SecureContext | undefined
  const targetsOf = async (host: string, signal: AbortSignal): Promise<readonly Pinned[]> => {
    const configured = resolve.get(host)
    if (configured !== undefined) {
      return [{ host, ...configured, isConfigured: true, secureContext: undefined }]
    }
    const addresses = await resolveHost(host, signal)
    publicAuthorities ??= createSecureContext({
      ca: [...(authorities ?? getCACertificates('bundled'))],
      minVersion: 'TLSv1.2',
    })
    const secureContext = publicAuthorities
    return addresses.map((address) => ({ host, address, port: 443, isConfigured: false, secureContext }))
  }
  return async (url, options = {}) => {
    const address = checkAddress(url, (host) => resolve.has(host))
    const deadline = AbortSignal.timeout(deadlineMs)
    const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline
    try {
      return await send(address, await targetsOf(address.host, signal), signal, options)
    } catch (error) {
      if (options.signal?.aborted === true) throw new FetchRefusedError('aborted', {}, { cause: error })
      if (deadline.aborted) throw new FetchRefusedError('timeout', {}, { cause: error })
      throw refusedBy(error)
    }
  }
}

async function send(
  { host, path }: CheckedAddress,
  targets: readonly Pinned[],
  signal: AbortSignal,
  { maxBytes = mostBytes }: FetchOptions,
): Promise<FetchedText> {
  const socket = await connectPinned(targets, signal)
  let isTaken = false
  const client = new Client(`https://${host}`, {
    connect: (_options, done) => {
      // One connection, one request: the client may not open another one by itself.
      if (isTaken) return done(new FetchRefusedError('connection'), null)
      isTaken = true
      // The client does not notice an answer within the call.
      queueMicrotask(() => done(null, socket))
    },
    maxHeaderSize: mostHeaderBytes,
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    allowH2: false,
  })
  try {
    const headers = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'trustwright' }
    const answer = await client.request({ method: 'GET', path, headers, signal })
    return await readAnswer(answer, Math.min(maxBytes, mostBytes))
  } finally {
    socket.destroy()
    await client.destroy()
  }
}
