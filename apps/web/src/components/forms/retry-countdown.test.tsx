// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { errorCatalogue, type ErrorCode } from '@trustwright/shared-schemas'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../../api/api-problem.ts'
import { RetryCountdown } from './retry-countdown.tsx'
import type { RetriedWrite } from './retry-wait.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function problem(code: ErrorCode, retryAfterSeconds?: number): ApiProblem {
  const { status, title } = errorCatalogue[code]
  const text = { type: 'about:blank', detail: 'Azure said so.', nextStep: 'Wait.', requestId: 'r' }
  return new ApiProblem({
    ...text,
    code,
    status,
    title,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

function show(error: unknown, write: RetriedWrite = 'create-below-parent') {
  const onRetry = vi.fn<() => void>()
  const element = (now: unknown) => <RetryCountdown error={now} write={write} onRetry={onRetry} />
  const page = render(element(error))
  return { onRetry, again: (now: unknown) => page.rerender(element(now)) }
}

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
const text = () => document.body.textContent

test('the wait counts down, says what was done, and sends the form once when its time has come', () => {
  const { onRetry } = show(problem('THROTTLED', 8))
  expect(screen.getByRole('alert').textContent).toContain('Nothing was stored, and what you typed stays.')
  expect(screen.getByRole('timer').textContent).toBe('The portal tries again in 8 s, 1 of 3.')
  pass(3000)
  expect(screen.getByRole('timer').textContent).toContain('in 5 s')
  expect(onRetry).not.toHaveBeenCalled()
  pass(5000)
  expect(onRetry).toHaveBeenCalledTimes(1)
  pass(60_000)
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('a stopped wait sends nothing, and shows the refusal as it is', () => {
  const { onRetry } = show(problem('CONCURRENT_WRITE'))
  fireEvent.click(screen.getByRole('button', { name: 'Stop waiting' }))
  pass(60_000)
  expect(onRetry).not.toHaveBeenCalled()
  expect(screen.queryByRole('timer')).toBeNull()
  expect(screen.getByRole('alert').textContent).toContain('Another change is going on')
})

test('who is in a hurry sends it at once, and only once', () => {
  const { onRetry } = show(problem('CONCURRENT_WRITE'))
  fireEvent.click(screen.getByRole('button', { name: 'Try now' }))
  pass(60_000)
  expect(onRetry).toHaveBeenCalledTimes(1)
})

test('each refusal begins a longer wait of its own, and after the third the person decides', () => {
  const { again, onRetry } = show(problem('NOT_FOUND'))
  for (const seconds of [5, 10, 20]) {
    expect(text()).toContain(`in ${seconds} s`)
    expect(text()).toContain('Azure does not show the identity yet')
    pass(seconds * 1000)
    again(null)
    again(problem('NOT_FOUND'))
  }
  expect(onRetry).toHaveBeenCalledTimes(3)
  expect(screen.queryByRole('timer')).toBeNull()
  expect(text()).toContain('Azure does not have this')
})

test.each<[string, unknown, RetriedWrite]>([
  ['a missing right', problem('FORBIDDEN'), 'change'],
  ['a trust that is gone', problem('NOT_FOUND'), 'change'],
  ['an hour', problem('THROTTLED', 3600), 'create-below-parent'],
])('%s is told and not waited for', (_, error, write) => {
  const { onRetry } = show(error, write)
  pass(4_000_000)
  expect(onRetry).not.toHaveBeenCalled()
  expect(screen.queryByRole('timer')).toBeNull()
  expect(screen.getByRole('alert')).toBeDefined()
})

test('without an error there is nothing to see', () => {
  show(null)
  expect(text()).toBe('')
})
