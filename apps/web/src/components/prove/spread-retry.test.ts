import { expect, test } from 'vitest'
import { clockText, maxRetries, nextWait, secondsUntil } from './spread-retry.ts'

test('there are five retries, each after a longer wait than the one before', () => {
  const waits = Array.from({ length: maxRetries }, (_, done) => nextWait(done) ?? 0)
  expect(maxRetries).toBe(5)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits[0]).toBeGreaterThanOrEqual(10)
})

test('after the last retry there is none', () => {
  expect(nextWait(maxRetries)).toBeNull()
})

test('a countdown never goes below zero and never shows 0 while time is left', () => {
  expect(secondsUntil(1000, 5000)).toBe(0)
  expect(secondsUntil(5001, 5000)).toBe(1)
})

test.each([
  [0, '0:00'],
  [9, '0:09'],
  [60, '1:00'],
  [125, '2:05'],
])('%d seconds read %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text)
})
