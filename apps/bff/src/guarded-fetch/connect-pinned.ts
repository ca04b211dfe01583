import { connect, type SecureContext, type TLSSocket } from 'node:tls'
import { FetchRefusedError } from './guarded-fetch-types.ts'
import { isPublicAddress } from './public-address.ts'

export interface Pinned {
  /** The name that the certificate has to carry. */
  readonly host: string
  readonly address: string
  readonly port: number
  /** The configuration named the address itself, so it may be a private one. */
  readonly isConfigured: boolean
  readonly secureContext: SecureContext | undefined
}

/** With several addresses a dead one must leave time for the next. */
const connectMs = 1_000

/** TLS to the first of the targets that takes a connection; nothing else is ever dialled. Throws FetchRefusedError. */
export async function connectPinned(targets: readonly Pinned[], signal: AbortSignal): Promise<TLSSocket> {
  let last = new FetchRefusedError('connection')
  for (const [at, target] of targets.entries()) {
    const isLast = at === targets.length - 1
    try {
      return await dial(target, isLast ? signal : AbortSignal.any([signal, AbortSignal.timeout(connectMs)]))
    } catch (error) {
      if (!(error instanceof FetchRefusedError) || error.reason === 'tls' || signal.aborted) throw error
      last = error
    }
  }
  throw last
}

function dial(target: Pinned, signal: AbortSignal): Promise<TLSSocket> {
  const { host, address, port, secureContext } = target
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: address,
      port,
      servername: host,
      ALPNProtocols: ['http/1.1'],
      ...(secureContext && { secureContext }),
    })
    let isReached = false
    const fail = (error: FetchRefusedError) => {
      signal.removeEventListener('abort', abort)
      socket.destroy()
      reject(error)
    }
    const abort = () => fail(new FetchRefusedError(isReached ? 'timeout' : 'connection'))
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
    socket.once('connect', () => {
      isReached = true
      if (!isAsPinned(socket.remoteAddress, target)) fail(new FetchRefusedError('private-address'))
    })
    // Stays for good: a socket that breaks after it was given up must not end the process.
    socket.on('error', (error) => fail(refusalOf(error, isReached)))
    socket.once('secureConnect', () => {
      signal.removeEventListener('abort', abort)
      resolve(socket)
    })
  })
}

function isAsPinned(remote: string | undefined, { address, isConfigured }: Pinned): boolean {
  if (isConfigured) return true
  return remote !== undefined && isPublicAddress(remote) && canonical(remote) === canonical(address)
}

function canonical(address: string): string {
  return address.includes(':') ? new URL(`https://[${address}]`).hostname : address
}

function refusalOf(error: Error, isReached: boolean): FetchRefusedError {
  const detail = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return new FetchRefusedError(isReached ? 'tls' : 'connection', { detail }, { cause: error })
}
