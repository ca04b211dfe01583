import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { soon } from './soon.ts'

const never = new Promise<string>(() => undefined)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an answer in time is given, and no timer stays behind', async () => {
  expect(await soon(Promise.resolve('here'), 3000)).toBe('here')
  expect(vi.getTimerCount()).toBe(0)
})

test('a refusal is no answer, and no timer stays behind', async () => {
  expect(await soon(Promise.reject(new Error('refused')), 3000)).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
})

test('nobody waits longer than agreed', async () => {
  const waiting = soon(never, 3000)
  await vi.advanceTimersByTimeAsync(2999)
  expect(vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(await waiting).toBeNull()
})

test('whoever leaves stops waiting at once, and no timer stays behind', async () => {
  const leaving = new AbortController()
  const waiting = soon(never, 3000, leaving.signal)
  leaving.abort()
  expect(await waiting).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
})

test('who left before it was asked does not wait', async () => {
  expect(await soon(never, 3000, AbortSignal.abort())).toBeNull()
  expect(vi.getTimerCount()).toBe(0)
})
