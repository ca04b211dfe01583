import type { Server } from 'node:net'
import { hasCode } from './files.ts'
import { StartupError } from './startup-error.ts'

/** Starts listening and gives the port in use (`port` 0 picks a free one). */
export function listen(server: Server, port: number, address: string, setting: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, port, address, setting)))
    server.listen(port, address, () => {
      const bound = server.address()
      resolve(bound !== null && typeof bound === 'object' ? bound.port : port)
    })
  })
}

function explain(error: Error, port: number, address: string, setting: string): Error {
  if (hasCode(error, 'EADDRINUSE')) {
    return new StartupError(
      `Port ${port} is taken by another program. Stop it, or set ${setting} to a free port.`,
    )
  }
  if (hasCode(error, 'EADDRNOTAVAIL') || hasCode(error, 'EACCES')) {
    return new StartupError(
      `${address}:${port} cannot be listened on. Set EMULATOR_LISTEN or ${setting} to one that can.`,
    )
  }
  return error
}
