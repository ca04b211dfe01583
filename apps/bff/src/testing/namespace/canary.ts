import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { makeCertificate } from '../make-certificate.ts'
import { faultAddresses, zoneName } from './zone.ts'

export interface Seen {
  readonly address: string
  readonly port: number
}

export interface Canary {
  /** Every connection that was taken, by the address that was really dialled. */
  readonly seen: Seen[]
  /** What the guard is told to trust. */
  readonly authorities: readonly string[]
}

const hosts = [`*.${zoneName}`, `*.nip.${zoneName}`, zoneName]

/**
 * Listens on the ports that attackers like, at every address of a namespace where all addresses are local. Port 443 speaks
 * TLS for the zone, but for the addresses with a fault; what it then says is `answer`.
 */
export async function startCanary(answer: (socket: TLSSocket) => void): Promise<Canary> {
  const seen: Seen[] = []
  const right = makeCertificate({ hosts })
  const otherName = makeCertificate({ hosts: ['other.dev'] })
  const faults = createFaults(right, otherName)
  const speak = tlsServer({ ...right, ALPNProtocols: ['http/1.1'] }, answer)
  for (const port of [22, 80, 443, 6379, 8443, 32526]) {
    const server = createServer((socket) => {
      const address = (socket.localAddress ?? '').replace(/^::ffff:/, '')
      seen.push({ address, port })
      socket.on('error', () => undefined)
      const fault = faults.get(address)
      if (port !== 443) socket.destroy()
      else if (fault === undefined) speak.emit('connection', socket)
      else fault(socket)
    })
    server.listen(port, '::')
    await once(server, 'listening')
  }
  return { seen, authorities: [right.certificate, otherName.certificate] }
}

type Pair = ReturnType<typeof makeCertificate>

function tlsServer(
  { certificate, key, ...options }: Pair & { ALPNProtocols?: string[]; maxVersion?: 'TLSv1.1' },
  answer: (socket: TLSSocket) => void,
): Server {
  const old = options.maxVersion && { minVersion: 'TLSv1' as const, ciphers: 'DEFAULT@SECLEVEL=0' }
  const server = createTlsServer({ cert: certificate, key, ...options, ...old }, (socket) => {
    socket.on('error', () => undefined)
    answer(socket)
  })
  server.on('tlsClientError', () => undefined)
  return server
}

function createFaults(right: Pair, otherName: Pair): ReadonlyMap<string, (socket: Socket) => void> {
  const silent = () => undefined
  const pass = (server: Server) => (socket: Socket) => void server.emit('connection', socket)
  const past = Date.now() - 86_400_000
  return new Map([
    [faultAddresses['tls-stall'], silent],
    [
      faultAddresses['tls-plain'],
      (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'),
    ],
    [faultAddresses['tls-expired'], pass(tlsServer(makeCertificate({ hosts, endsAt: past }), silent))],
    [faultAddresses['tls-wrong-name'], pass(tlsServer(otherName, silent))],
    [faultAddresses['tls-self-signed'], pass(tlsServer(makeCertificate({ hosts }), silent))],
    [faultAddresses['tls-old'], pass(tlsServer({ ...right, maxVersion: 'TLSv1.1' }, silent))],
    [faultAddresses['tls-h2-only'], pass(tlsServer({ ...right, ALPNProtocols: ['h2'] }, silent))],
  ])
}
