import { expect, test } from 'vitest'
import { nextPlace } from './move-focus.ts'

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 1, 2],
  ['ArrowRight', 3, 3],
  ['ArrowUp', 0, -1],
  ['ArrowLeft', 2, 1],
  ['Home', 3, 0],
  ['End', 0, 3],
  ['Tab', 1, null],
  ['a', 1, null],
] as const)('%s from %i of 4 leads to %s', (key, at, place) => {
  expect(nextPlace(key, at, 4)).toBe(place)
})
