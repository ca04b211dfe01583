import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateExpression, parseExpression } from '../index.ts'
import { matchesPattern } from './match-pattern.ts'

test.each([
  ['*', '', true],
  ['a*', 'a', true],
  ['a*c', 'abcbc', true],
  ['a*c', 'abcb', false],
  ['?', 'a', true],
  ['?', '', false],
  ['?', 'ab', false],
  ['?', '😀', true],
  ['refs/heads/*', 'refs/heads/feature/x', true],
  ['repo:contoso/*:ref:refs/heads/main', 'repo:contoso/pay-api:ref:refs/heads/main', true],
  ['repo:contoso/*', 'repo:Contoso/pay-api', false],
  ['a.c', 'abc', false],
  ['[a]', 'a', false],
  ['**b', 'aab', true],
])('the pattern %j takes %j: %s', (pattern, text, expected) => {
  expect(matchesPattern(pattern, text)).toBe(expected)
})

test('agrees with a regular expression that says the same', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '/'), maxLength: 8 })
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 10 })
  fc.assert(
    fc.property(letters, text, (pattern, value) => {
      const source = pattern.replaceAll('*', '.*').replaceAll('?', '.')
      expect(matchesPattern(pattern, value)).toBe(new RegExp(`^${source}$`, 's').test(value))
    }),
    { numRuns: 2000 },
  )
})

test('a pattern with many wildcards answers at once', () => {
  expect(matchesPattern(`${'*a'.repeat(50)}b`, 'a'.repeat(5000))).toBe(false)
})

const text = "claims['sub'] matches 'repo:contoso/*' and claims['repository_id'] eq '1'"
const { expression } = parseExpression(text)

test.each([
  [{ sub: 'repo:contoso/web:pull_request', repository_id: '1' }, true, [true, true]],
  [{ sub: 'repo:contoso/web:pull_request', repository_id: '2' }, false, [true, false]],
  [{ sub: 'repo:contoso/web:pull_request', repository_id: 1 }, false, [true, false]],
  [{ sub: ['repo:contoso/web'], repository_id: '1' }, false, [false, true]],
  [{ repository_id: '1' }, false, [false, true]],
  [{}, false, [false, false]],
])('every term has to hold for %j', (claims, matches, terms) => {
  const result = evaluateExpression(expression ?? { terms: [] }, claims)
  expect(result.matches).toBe(matches)
  expect(result.terms.map((term) => term.matches)).toEqual(terms)
})

test('a claim that every object has is none of the token', () => {
  const inherited = parseExpression("claims['constructor'] matches '*'").expression
  expect(evaluateExpression(inherited ?? { terms: [] }, {}).matches).toBe(false)
})
