import { expect, test } from 'vitest'
import { finish, sliceLength } from './slices.ts'
import { sortedPlaces } from './sorted-places.ts'

test.each([0, 1, 2, sliceLength - 1, sliceLength, sliceLength + 1, 7 * sliceLength + 3])(
  '%i places come in the order of their values, equal ones as they stood, and no slice sorts more than its share',
  (length) => {
    const values = Array.from({ length }, (_, at) => (at * 7919) % 503)
    const compare = (a: number, b: number) => (values[a] ?? 0) - (values[b] ?? 0) || a - b
    let compared = 0
    let most = 0
    const work = sortedPlaces(length, (a, b) => {
      compared += 1
      return compare(a, b)
    })
    for (let step = work.next(); step.done !== true; step = work.next()) {
      most = Math.max(most, compared)
      compared = 0
    }
    expect([...finish(sortedPlaces(length, compare))]).toEqual(values.map((_, at) => at).toSorted(compare))
    expect(most).toBeLessThan(12 * sliceLength)
  },
)
