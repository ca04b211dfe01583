import type { FastifyInstance } from 'fastify'
import type { SessionStore } from '../sessions/session-store.ts'

const everyMs = 10 * 60_000

/** Removes sessions past their limits, whose browsers never came back, with their tokens. */
export function registerHousekeeping(app: FastifyInstance, sessions: SessionStore): void {
  const timer = setInterval(() => {
    sessions.sweep().catch((error: unknown) => app.log.warn({ err: error }, 'old sessions were not removed'))
  }, everyMs)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
