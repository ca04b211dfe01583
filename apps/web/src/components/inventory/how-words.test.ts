import { expect, test } from 'vitest'
import { sampleScan } from '../../gallery/samples.ts'
import { howWords } from './how-words.ts'

test.each([
  [
    'finished',
    'each',
    'Identities were asked one by one: Graph’s list of all was refused, broke off or named none.',
  ],
  [
    'stopped',
    'each',
    'Identities were asked one by one: Graph’s list of all was refused, broke off or named none.',
  ],
  ['running', 'each', null],
  ['finished', 'list', 'The trusts of identities came in one list.'],
  ['running', 'list', null],
  ['running', null, null],
  ['finished', null, null],
] as const)('a pass that is %s, identities by %s: %s', (state, identitiesBy, words) => {
  expect(howWords(sampleScan(10, { state, identitiesBy }))).toBe(words)
})

test('where there is no identity nothing is said of them', () => {
  expect(howWords(sampleScan(10, { identitiesFound: 0, identitiesBy: 'each' }))).toBeNull()
})
