/** Why a run is stopped from outside. */
export class StopRun extends Error {
  override readonly name = 'StopRun'
  readonly by: 'person' | 'restart'

  constructor(by: 'person' | 'restart') {
    super(`The run was stopped: ${by}`)
    this.by = by
  }
}

/** The runs that this process works on. */
export interface RunningRuns {
  /** Aborted at the end of the process. */
  readonly signal: AbortSignal
  /** The work handles its own errors. */
  start(runId: string, work: (signal: AbortSignal, stop: (why: Error) => void) => Promise<void>): void
  /** Stops a run of this process; of another one the database tells. */
  stop(runId: string): void
  /** Stops all, and waits until each has written how it ended. */
  close(): Promise<void>
}

export function createRunningRuns(onError: (error: unknown) => void): RunningRuns {
  const all = new AbortController()
  const running = new Map<string, { ended: Promise<void>; stop: (why: Error) => void }>()
  return {
    signal: all.signal,
    start(runId, work) {
      const own = new AbortController()
      const stop = (why: Error) => own.abort(why)
      const ended = work(AbortSignal.any([all.signal, own.signal]), stop)
        .catch(onError)
        .finally(() => {
          if (running.get(runId)?.ended === ended) running.delete(runId)
        })
      running.set(runId, { ended, stop })
    },
    stop(runId) {
      running.get(runId)?.stop(new StopRun('person'))
    },
    async close() {
      all.abort(new StopRun('restart'))
      await Promise.all([...running.values()].map(({ ended }) => ended))
    },
  }
}
