import { expect, test } from 'vitest'
import { applicationCount } from './application-count.ts'

test.each([
  [0, 0, false, '0 applications'],
  [1, 1, false, '1 application'],
  [100, 1284, true, '100 of 1,284 applications'],
  [100, null, true, '100 applications read, there are more'],
  [7, null, false, '7 applications'],
  // Graph's count may be older than its list, and its list may hold fewer than it counted.
  [5, 3, false, '5 applications'],
  [100, 90, true, '100 applications read, there are more'],
  [80, 100, false, '80 of 100 applications'],
])('%i read of %j, more to come: %j, is told as %j', (read, total, hasMore, words) => {
  expect(applicationCount(read, total, hasMore)).toBe(words)
})
