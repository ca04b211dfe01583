import type { FastifyInstance } from 'fastify'

const everyMs = 10 * 60_000

/** Removal of what is past its limit, such as sessions whose browsers never came back. */
export interface Sweep {
  /** What is removed, for the log. */
  readonly what: string
  readonly run: () => Promise<void>
}

export function registerHousekeeping(app: FastifyInstance, sweeps: readonly Sweep[]): void {
  const timer = setInterval(() => {
    for (const { what, run } of sweeps) {
      run().catch((error: unknown) => app.log.warn({ err: error }, `${what} were not removed`))
    }
  }, everyMs)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
