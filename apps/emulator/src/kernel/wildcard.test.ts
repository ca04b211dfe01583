import { expect, test } from 'vitest'
import { matchesWildcard } from './wildcard.ts'

test.for<[string, string, boolean]>([
  ['repo:contoso/pay:ref:refs/heads/main', 'repo:contoso/*', true],
  ['repo:contoso/pay:ref:refs/heads/a/b', 'repo:contoso/*:ref:refs/heads/*', true],
  ['repo:Contoso/pay', 'repo:contoso/*', false],
  ['repo:contoso/', 'repo:contoso/*', true],
  ['repo:contoso/pay', 'repo:contoso/pa?', true],
  ['repo:contoso/pa', 'repo:contoso/pa?', false],
  ['repo:contoso/pay1', 'repo:contoso/pa?', false],
  ['a.b', 'a.b', true],
  ['axb', 'a.b', false],
  ['aab', '*ab', true],
  ['abab', '*ab', true],
  ['aba', '*ab', false],
  ['', '*', true],
  ['', '?', false],
  ['😀', '?', true],
  ['xa', 'a', false],
])('%s against %s: %s', ([text, pattern, expected]) => {
  expect(matchesWildcard(text, pattern, '?')).toBe(expected)
})

test('a pattern made of stars is answered at once', () => {
  const startedAt = performance.now()
  expect(matchesWildcard('a'.repeat(600), `${'*a'.repeat(250)}b`, '?')).toBe(false)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test('a question mark is a question mark unless it is asked for', () => {
  expect(matchesWildcard('pay1', 'pay?')).toBe(false)
  expect(matchesWildcard('pay?', 'pay?')).toBe(true)
})
