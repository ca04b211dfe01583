import { expect, test } from 'vitest'
import { knownFormatWords } from './known-format.ts'

test.each([
  [0, 0, null],
  [5, 2, 'Of its 7 trusts here 5 have names alone, 2 have IDs.'],
  [1, 1, 'Of its 2 trusts here 1 has names alone, 1 has IDs.'],
])('%i with names and %i with IDs', (names, ids, words) => {
  expect(knownFormatWords({ names, ids, fields: {} })).toBe(words)
})
