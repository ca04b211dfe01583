import { expect, test } from 'vitest'
import { clockText, secondsUntil } from './spread-retry.ts'

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
