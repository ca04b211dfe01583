import type { FastifyInstance } from 'fastify'

const everyMs = 50

/**
 * While closing: a connection whose last answer has just left is closed too, where Node would keep it for the next
 * request until its time is up.
 */
export function registerDrain(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const timer = setInterval(() => app.server.closeIdleConnections(), everyMs)
    timer.unref()
    app.server.once('close', () => clearInterval(timer))
  })
}
