import { expect, test } from 'vitest'
import { dayAfter, endOfDay, reasonProblem, untilProblem } from './until-words.ts'

const now = Date.parse('2026-11-22T15:00:00Z')

test.each([
  ['', /Choose the day/],
  ['tomorrow', /Choose the day/],
  ['2026-13-01', /Choose the day/],
  ['2026-11-21', /past/],
  ['2028-11-23', /two years/],
])('the day %j is refused', (day, words) => {
  expect(untilProblem(day, now)).toMatch(words)
})

test.each(['2026-11-22', '2027-02-20', '2028-11-20'])('the day %s is taken, and holds to its end', (day) => {
  expect(untilProblem(day, now)).toBeNull()
  expect(endOfDay(day)).toBe(`${day}T23:59:59Z`)
})

test('ninety days on is a day of the calendar', () => {
  expect(dayAfter(now, 90)).toBe('2027-02-20')
})

test.each([
  ['', /Say why/],
  ['  a ', /Say why/],
  ['a'.repeat(1001), /1,000/],
])('the reason %j is refused', (reason, words) => {
  expect(reasonProblem(reason)).toMatch(words)
})
