import { indexTrusts } from '@trustwright/federation'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { latestIndex, type IndexWanted } from './latest-index.ts'
import { manyMapRows, names } from './testing/map-rows.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const sizes: number[] = []
const start = () => {
  sizes.length = 0
  return latestIndex(({ index }) => sizes.push(index.rows.length))
}
const of = (count: number, isGrowing: boolean): IndexWanted => ({
  trusts: indexTrusts(manyMapRows(count)),
  names,
  isGrowing,
})

test('while more come, what is begun is drawn, and then the newest alone', () => {
  const { take } = start()
  for (const count of [10, 20, 30, 40]) take(of(count, true))
  vi.runAllTimers()
  expect(sizes).toEqual([10, 40])
})

test('the last ones do not wait for those before, nor for a rest', () => {
  const { take } = start()
  take(of(10, true))
  take(of(20, false))
  vi.advanceTimersByTime(0)
  expect(sizes).toEqual([20])
  take(of(30, false))
  vi.advanceTimersByTime(0)
  expect(sizes).toEqual([20, 30])
})

test('the same trusts are not taken apart again, and nothing comes after the end', () => {
  const { take, end } = start()
  const wanted = of(10, true)
  take(wanted)
  vi.runAllTimers()
  take({ ...wanted, isGrowing: false })
  vi.runAllTimers()
  expect(sizes).toEqual([10])
  take(of(20, false))
  end()
  vi.runAllTimers()
  expect(sizes).toEqual([10])
})

test('a large tenant is taken apart in stretches, between which the page lives', () => {
  const { take } = start()
  take(of(9000, false))
  vi.advanceTimersToNextTimer()
  expect(sizes).toEqual([])
  vi.runAllTimers()
  expect(sizes).toEqual([9000])
})
