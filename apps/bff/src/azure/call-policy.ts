import {
  circuitBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  SamplingBreaker,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel'
import { AzureRefusal, DeadlinePassed, isTransportError, UnreadableAnswer } from './azure-failures.ts'
import { createRetryBudget } from './retry-budget.ts'

/**
 * `read`: a person waits; short requests of Azure to slow down are obeyed, failures repeated.
 * `scan-read`: as read, but being throttled is told at once, since the scan paces itself.
 * `write`: sent once; repeated only after the refusal that says it was not carried out.
 */
export type CallKind = 'read' | 'scan-read' | 'write'

export interface CallPolicy {
  run<T>(kind: CallKind, call: (signal: AbortSignal) => Promise<T>): Promise<T>
}

export const concurrentWriteCode = 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity'

const deadlineMs = { read: 15_000, 'scan-read': 30_000, write: 30_000 } as const
const longestPoliteWaitSeconds = 5
const repeats = { read: 2, write: 3 } as const

/** One policy for all calls to one upstream: deadline, budget, circuit, and repeats by kind of call. */
export function createCallPolicy(): CallPolicy {
  const budget = createRetryBudget(10)
  const circuit = circuitBreaker(handleWhen(isFailureOfAzure), {
    halfOpenAfter: 5_000,
    breaker: new SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 5 }),
  })
  const repeating = (worth: (error: unknown) => boolean, maxAttempts: number, firstWaitMs: number) =>
    retry(
      handleWhen((error) => worth(error) && budget.spend()),
      { maxAttempts, backoff: new DelegateBackoff((context) => waitMs(context, firstWaitMs)) },
    )
  const kinds = {
    read: repeating(isWorthReadingAgain, repeats.read, 100),
    'scan-read': repeating(isFailureOfAzure, repeats.read, 100),
    write: repeating(isConcurrentWrite, repeats.write, 200),
  }
  return {
    async run(kind, call) {
      budget.earn()
      const deadline = timeout(deadlineMs[kind], TimeoutStrategy.Aggressive)
      let timedOut = false
      deadline.onTimeout(() => {
        timedOut = true
      })
      try {
        return await wrap(deadline, kinds[kind], circuit).execute(({ signal }) => call(signal))
      } catch (error) {
        throw timedOut ? new DeadlinePassed(error) : error
      }
    },
  }
}

function isFailureOfAzure(error: unknown): boolean {
  if (error instanceof AzureRefusal) return error.answer.status >= 500 || error.answer.status === 408
  return error instanceof UnreadableAnswer || isTransportError(error)
}

function isWorthReadingAgain(error: unknown): boolean {
  if (!(error instanceof AzureRefusal) || error.answer.status !== 429) return isFailureOfAzure(error)
  const seconds = error.answer.retryAfterSeconds
  return seconds !== null && seconds <= longestPoliteWaitSeconds
}

function isConcurrentWrite(error: unknown): boolean {
  return error instanceof AzureRefusal && error.answer.code === concurrentWriteCode
}

/** What Azure asked for, else a wait that doubles, with full jitter above a floor so that it never spins. */
function waitMs(context: IRetryBackoffContext<unknown>, firstWaitMs: number): number {
  const error = 'error' in context.result ? context.result.error : undefined
  const asked = error instanceof AzureRefusal ? error.answer.retryAfterSeconds : null
  const ceiling = firstWaitMs * 2 ** context.attempt
  const own = firstWaitMs / 2 + Math.random() * ceiling
  return asked === null ? own : Math.max(asked * 1000, own)
}
