import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const everyMs = 50
/** A connection that was opened a moment ago is about to be used. */
const unusedMs = 500

/**
 * While closing: a connection whose last answer has just left is closed too, where Node would keep it for the next
 * request until its time is up. So is one that never asked for anything, as browsers open ahead: Node takes it for busy.
 */
export function registerDrain(app: FastifyInstance): void {
  const unused = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.server.on('request', ({ socket }) => unused.delete(socket))
  app.addHook('preClose', async () => {
    const idle = setInterval(() => app.server.closeIdleConnections(), everyMs)
    const late = setTimeout(() => {
      for (const socket of unused) socket.destroy()
    }, unusedMs)
    idle.unref()
    late.unref()
    app.server.once('close', () => {
      clearInterval(idle)
      clearTimeout(late)
    })
  })
}
