import { randomUUID } from 'node:crypto'

/** The passes that run in this process. */
export interface RunningPasses {
  readonly processId: string
  /** The work handles its own errors. */
  start(work: (signal: AbortSignal) => Promise<void>): void
  /** Aborts all, and waits until each has written how it ended. */
  close(): Promise<void>
}

export function createRunningPasses(onError: (error: unknown) => void): RunningPasses {
  const stop = new AbortController()
  const running = new Set<Promise<void>>()
  return {
    processId: randomUUID(),
    start(work) {
      const pass = work(stop.signal)
        .catch(onError)
        .finally(() => running.delete(pass))
      running.add(pass)
    },
    async close() {
      stop.abort()
      await Promise.all(running)
    },
  }
}
