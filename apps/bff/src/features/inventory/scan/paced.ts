import type { Timer } from '../../../domain/timer.ts'
import type { Clock } from '../../../ports.ts'
import { createPacer, type Pace } from '../pacer.ts'
import { createWindowTurns } from './window-turns.ts'

/**
 * One pacer an upstream, each obeying its own throttles. Graph's limits are counted in units that its lists use up slowly;
 * reports take 5 requests in 10 seconds, Resource Graph 15 in 5 seconds a person.
 * https://learn.microsoft.com/graph/throttling-limits
 * https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests
 */
export interface Paced {
  readonly arm: <T>(subscriptionId: string, call: () => Promise<T>) => Promise<T>
  readonly graph: <T>(call: () => Promise<T>) => Promise<T>
  readonly reports: <T>(call: () => Promise<T>) => Promise<T>
  readonly resourceGraph: <T>(call: () => Promise<T>) => Promise<T>
  /** In milliseconds since 1970; null while none of them waits. */
  readonly waitingUntil: () => number | null
}

export interface PacedOptions {
  readonly pace: Pace
  readonly clock: Clock
  readonly timer: Timer
  readonly signal: AbortSignal
  readonly onThrottled: () => void
}

export function createPaced({ pace, ...rest }: PacedOptions): Paced {
  const at = (perSecond: number) =>
    createPacer({
      ...rest,
      pace: { listsPerSecondPerSubscription: perSecond, listsPerSecondPerTenant: perSecond },
    })
  const arm = createPacer({ ...rest, pace })
  const [graph, reports, resourceGraph] = [at(20), at(5), at(3)]
  // A little more than Graph's ten seconds: what is counted is when the calls arrive.
  const reportsTurn = createWindowTurns({ calls: 5, ms: 10_200 }, rest.clock, rest.timer)
  return {
    arm: (subscriptionId, call) => arm.run(subscriptionId, call),
    graph: (call) => graph.run('', call),
    reports: (call) =>
      reports.run('', async () => {
        await reportsTurn(rest.signal)
        return call()
      }),
    resourceGraph: (call) => resourceGraph.run('', call),
    waitingUntil() {
      const latest = Math.max(...[arm, graph, reports, resourceGraph].map((one) => one.waitingUntil() ?? 0))
      return latest === 0 ? null : latest
    },
  }
}
