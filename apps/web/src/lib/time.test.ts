import { expect, test } from 'vitest'
import { calendarDay, duration, exactTime, relativeTime, trustAge } from './time.ts'

const now = Date.parse('2026-11-21T12:00:00Z')
const day = 86_400_000

test.each([
  [0, 'just now'],
  [-59_000, 'just now'],
  [-60_000, '1 minute ago'],
  [-3 * day, '3 days ago'],
  [5 * 60_000, 'in 5 minutes'],
  [-800 * day, '2 years ago'],
])('%i ms from now reads %s', (difference, words) => {
  expect(relativeTime(now + difference, now)).toBe(words)
})

test('an exact time names its zone', () => {
  expect(exactTime(now)).toContain('12:00:00')
  expect(exactTime(now)).toContain('UTC')
})

test.each([
  [-3, '0 s'],
  [35.4, '35 s'],
  [120, '2 min'],
  [250, '4 min 10 s'],
  [7300, '2 h 1 min'],
])('%d seconds last %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})

test('an age is exact only for what the portal made', () => {
  const at = new Date(now - 3 * day).toISOString()
  expect(trustAge({ createdAt: at, firstSeenAt: null }, now).text).toBe('3 days ago')
  expect(trustAge({ createdAt: null, firstSeenAt: at }, now).text).toBe('at least 3 days')
  expect(trustAge({ createdAt: null, firstSeenAt: new Date(now).toISOString() }, now).text).toBe(
    'first seen today',
  )
  expect(trustAge({ createdAt: null, firstSeenAt: null }, now)).toMatchObject({ days: -1, text: 'not known' })
})

test('a day is the same day everywhere', () => {
  expect(calendarDay('2026-09-30')).toBe('30 Sept 2026')
})
