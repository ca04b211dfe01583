import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useRested } from './use-rested.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('a value counts once it stood still, and no longer from its next change on', () => {
  const hook = renderHook(({ value }) => useRested(value, 500), { initialProps: { value: { a: 1 } } })
  const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
  expect(hook.result.current).toBeNull()
  pass(400)
  hook.rerender({ value: { a: 2 } })
  pass(400)
  expect(hook.result.current).toBeNull()
  pass(100)
  expect(hook.result.current).toEqual({ a: 2 })
  hook.rerender({ value: { a: 2 } })
  expect(hook.result.current).toEqual({ a: 2 })
  hook.rerender({ value: { a: 3 } })
  expect(hook.result.current).toBeNull()
})
