import { expect, test } from 'vitest'
import { sameButForCase, shownNames } from './github-names.ts'

test.each([
  ['prod', ['Prod'], 'Prod'],
  ['prod', ['Prod', 'PROD'], null],
  ['prod', ['prod', 'Production'], null],
  ['prod', ['prod', 'Prod'], null],
  ['prod', ['dev'], null],
  ['prod', [], null],
])('%s among %j is written %s', (typed, names, expected) => {
  expect(sameButForCase(typed, names)).toBe(expected)
})

const many = Array.from({ length: 30 }, (_, index) => ({ name: `release/${index}`, note: '' }))
const shown = (change: Partial<Parameters<typeof shownNames>[1]>) =>
  shownNames(many, { first: 'main', search: '', chosen: '', most: 3, ...change }).map(
    ({ name, note }) => `${name}${note === '' ? '' : ` (${note})`}`,
  )

test('the default stands first, whether it is listed or not', () => {
  expect(shown({})).toEqual(['main (default)', 'release/0', 'release/1'])
  expect(shown({ first: 'release/9' })).toEqual(['release/9 (default)', 'release/0', 'release/1'])
  expect(shown({ first: null })).toEqual(['release/0', 'release/1', 'release/2'])
})

test('a search finds in any case of letters, and offers what is not listed', () => {
  expect(shown({ search: 'RELEASE/2' })).toEqual([
    'release/2',
    'release/20',
    'release/21',
    'RELEASE/2 (not listed by GitHub)',
  ])
  expect(shown({ search: ' release/29 ' })).toEqual(['release/29'])
  expect(shown({ search: 'hotfix' })).toEqual(['hotfix (not listed by GitHub)'])
})

test('the chosen one stays in sight', () => {
  expect(shown({ chosen: 'release/25' })).toEqual(['main (default)', 'release/0', 'release/1', 'release/25'])
  expect(shown({ chosen: 'gone', search: 'main' })).toEqual(['main (default)', 'gone (not listed by GitHub)'])
})
