import { expect, test } from 'vitest'
import { heldStorage } from './browser-storage.ts'

/** As a browser's, with room for so many letters. */
function browser(room: number): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}

function forbidden(): Storage {
  throw new DOMException('denied', 'SecurityError')
}

test.each([
  ['forbidden', forbidden],
  ['full', () => browser(0)],
  ['as usual', () => browser(100)],
])('a storage that is %s gives back what it was given, while the page lives', (_, open) => {
  const storage = heldStorage(open)
  storage.setItem('one', 'a')
  storage.setItem('two', 'b')
  storage.setItem('one', 'c')
  expect([storage.getItem('one'), storage.getItem('two'), storage.length]).toEqual(['c', 'b', 2])
  expect(new Set([storage.key(0), storage.key(1)])).toEqual(new Set(['one', 'two']))
  expect(storage.key(2)).toBeNull()
  storage.removeItem('one')
  expect([storage.getItem('one'), storage.length]).toEqual([null, 1])
  storage.clear()
  expect(storage.length).toBe(0)
})

test('what does not fit any more takes the place of the older value, and goes back once it fits', () => {
  const kept = browser(3)
  const storage = heldStorage(() => kept)
  storage.setItem('draft', 'abc')
  storage.setItem('draft', 'abcd')
  expect([storage.getItem('draft'), kept.getItem('draft')]).toEqual(['abcd', null])
  storage.setItem('draft', 'x')
  expect([storage.getItem('draft'), kept.getItem('draft')]).toEqual(['x', 'x'])
})
