import { expect, test } from 'vitest'
import { sideBySide } from './side-by-side.mjs'

const items = Array.from({ length: 20 }, (_, at) => at)

test.each([1, 2, 3, 50])(
  'with at most %i at a time every item is worked on once, and none is forgotten',
  async (most) => {
    const done: number[] = []
    let [running, highest] = [0, 0]
    await sideBySide(items, most, async (item: number) => {
      running += 1
      highest = Math.max(highest, running)
      for (let turn = 0; turn <= item % 3; turn += 1) await Promise.resolve()
      running -= 1
      done.push(item)
    })
    expect(done.toSorted((a, b) => a - b)).toEqual(items)
    expect(highest).toBe(Math.min(most, items.length))
  },
)

test('with one at a time the order is kept', async () => {
  const done: number[] = []
  await sideBySide(items, 1, async (item: number) => {
    for (let turn = 0; turn <= item % 3; turn += 1) await Promise.resolve()
    done.push(item)
  })
  expect(done).toEqual(items)
})

test('work that fails is told, not swallowed', async () => {
  const work = async (item: number) => {
    if (item === 7) throw new Error('seven')
  }
  await expect(sideBySide(items, 3, work)).rejects.toThrow('seven')
})
