import {
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  SamplingBreaker,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel'
import { isTransportError } from '../azure/azure-failures.ts'
import { createRetryBudget } from '../azure/retry-budget.ts'
import { GithubDeadline, GithubRefusal } from './github-failures.ts'

export interface GithubPolicy {
  /** Reads: a failure of GitHub is repeated once. */
  read<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** What may happen once only, as redeeming a code. */
  once<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T>
}

const deadlineMs = 8_000

/** As for Azure: one deadline for the whole call, a budget of repeats, and a circuit that gives GitHub a rest. */
export function createGithubPolicy(): GithubPolicy {
  const budget = createRetryBudget(5)
  const circuit = circuitBreaker(handleWhen(isFailureOfGithub), {
    halfOpenAfter: 5_000,
    breaker: new SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 2 }),
  })
  const again = retry(
    handleWhen((error) => isFailureOfGithub(error) && budget.spend()),
    { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: 150 }) },
  )
  const run = async <T>(repeats: boolean, call: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const deadline = timeout(deadlineMs, TimeoutStrategy.Aggressive)
    let isLate = false
    deadline.onTimeout(() => {
      isLate = true
    })
    try {
      const policy = repeats ? wrap(deadline, again, circuit) : wrap(deadline, circuit)
      return await policy.execute(({ signal }) => call(signal))
    } catch (error) {
      throw isLate ? new GithubDeadline('GitHub did not answer in time', { cause: error }) : error
    }
  }
  return {
    read: (call) => {
      budget.earn()
      return run(true, call)
    },
    once: (call) => run(false, call),
  }
}

function isFailureOfGithub(error: unknown): boolean {
  return error instanceof GithubRefusal ? error.answer.status >= 500 : isTransportError(error)
}
