import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeLater } from './close-later.ts'

/** The library looks so often whether a window that it waits for is still there. */
const looksEveryMs = 500

let closed: unknown[] = []

beforeEach(() => {
  closed = []
  vi.useFakeTimers()
  vi.stubGlobal('close', function close(this: unknown) {
    closed.push(this)
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a window that has sent its answer stays over one look of whoever waits, and is gone within a second', () => {
  closeLater()
  globalThis.close()
  vi.advanceTimersByTime(looksEveryMs + 100)
  expect(closed).toEqual([])
  vi.advanceTimersByTime(1000 - looksEveryMs - 100)
  // A browser closes only what is called on the window itself.
  expect(closed).toEqual([globalThis])
})

test('a window that nobody closes stays', () => {
  closeLater()
  vi.advanceTimersByTime(60_000)
  expect(closed).toEqual([])
})
