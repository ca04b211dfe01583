import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AzureRefusal, DeadlinePassed } from './azure-failures.ts'
import { createCallPolicy, type CallKind } from './call-policy.ts'
import { createRetryBudget } from './retry-budget.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const failure = new AzureRefusal({
  status: 503,
  code: null,
  message: null,
  requestId: null,
  correlationId: null,
  retryAfterSeconds: null,
  wantsClaims: false,
})

test.each([
  ['read', 15_000],
  ['scan-read', 30_000],
  ['write', 30_000],
] as const)('a %s that never answers is given up after %i ms, and told to stop', async (kind, deadlineMs) => {
  let signalled: AbortSignal | undefined
  const run = createCallPolicy().run(kind, (signal) => {
    signalled = signal
    return Promise.withResolvers<never>().promise
  })
  const outcome = run.catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(deadlineMs - 1)
  expect(signalled?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await outcome).toBeInstanceOf(DeadlinePassed)
  expect(signalled?.aborted).toBe(true)
})

async function sends(kind: CallKind): Promise<number> {
  let count = 0
  const outcome = createCallPolicy()
    .run(kind, async () => {
      count += 1
      throw failure
    })
    .catch((error: unknown) => error)
  await vi.runAllTimersAsync()
  expect(await outcome).toBe(failure)
  return count
}

test.each([
  ['read', 3],
  ['scan-read', 3],
  ['write', 1],
] as const)('a %s that fails with 503 is sent %i times', async (kind, count) => {
  expect(await sends(kind)).toBe(count)
})

test('of a thousand calls that all fail, about a tenth are repeated', () => {
  const budget = createRetryBudget(10)
  let repeats = 0
  for (let call = 0; call < 1000; call++) {
    budget.earn()
    while (budget.spend()) repeats += 1
  }
  expect(repeats).toBeGreaterThan(95)
  expect(repeats).toBeLessThanOrEqual(110)
})
