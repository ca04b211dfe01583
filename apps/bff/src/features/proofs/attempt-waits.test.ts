import { expect, test } from 'vitest'
import { waitAfter } from './attempt-waits.ts'

test.each([
  [1, [20_000, 40_000, 60_000, 90_000, 120_000, 120_000]],
  [0.25, [5_000, 10_000, 15_000, 22_500, 30_000, 30_000]],
])('at the scale %s each wait is as long as it is said to be', (scale, waits) => {
  expect(waits.map((_, index) => waitAfter(index + 1, scale))).toEqual(waits)
})
