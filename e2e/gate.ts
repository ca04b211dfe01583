import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/**
 * A port of this machine that leads to another one, as the line to a server does. `open`: it does. `silent`: it is taken, and
 * nobody answers. `refused`: nobody listens.
 */
export type GateState = 'open' | 'silent' | 'refused'

export interface Gate {
  readonly port: number
  readonly set: (state: GateState) => Promise<void>
}

export async function openGate(to: number): Promise<Gate> {
  let state: GateState = 'open'
  const sockets = new Set<Socket>()
  const server = createServer((from) => {
    sockets.add(from)
    from.on('error', () => from.destroy()).on('close', () => sockets.delete(from))
    if (state !== 'open') return
    const onward = connect(to, '127.0.0.1')
    onward.on('error', () => from.destroy())
    from.on('close', () => onward.destroy())
    onward.on('close', () => from.destroy())
    from.pipe(onward).pipe(from)
  })
  const port = await listen(server, 0)
  return {
    port,
    async set(next) {
      if (server.listening) await close(server, sockets)
      state = next
      if (next !== 'refused') await listen(server, port)
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      // A server that listens on TCP has such an address.
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Connections that are kept for the next request go too. */
function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of sockets) socket.destroy()
  })
}
