import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceOf, withChoice } from './change-query.ts'
import { formatTrustQuery } from './format-query.ts'
import { parseTrustQuery, queryLimit } from './parse-query.ts'
import { emptyQuery, type QueryValue, type TrustQuery, trustQueryKeys } from './query.ts'

const freeKeys = trustQueryKeys.filter((key) => !['kind', 'risk', 'used', 'scope', 'within'].includes(key))
const odd = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const plain = odd.filter((text) => !/[\s,"]/.test(text))
const value: fc.Arbitrary<QueryValue> = fc.oneof(
  fc.record({ text: odd, exact: fc.constant(true) }),
  fc.record({ text: plain, exact: fc.constant(false) }),
)
const closed = fc.constantFrom(
  ...(['app', 'mi'] as const).map((text) => ({ key: 'kind' as const, text })),
  ...['high', 'critical+', 'none', 'unknown'].map((text) => ({ key: 'risk' as const, text })),
  ...['never', 'unknown', '<30d', '>90d'].map((text) => ({ key: 'used' as const, text })),
  { key: 'scope' as const, text: '/subscriptions/s' },
  { key: 'within' as const, text: '/' },
)
const term = fc.oneof(
  fc.record({
    key: fc.constantFrom(...freeKeys),
    negated: fc.boolean(),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc
    .tuple(closed, fc.boolean())
    .map(([{ key, text }, negated]) => ({ key, negated, values: [{ text, exact: false }] })),
)
const word = fc.record({
  text: fc.oneof(odd, fc.constantFrom('repo:octo-org/x', 'issuer:y', '-env:a', 'a"b', '"', '\\', ':', '-')),
  negated: fc.boolean(),
})
const query: fc.Arbitrary<TrustQuery> = fc.record({
  terms: fc.array(term, { maxLength: 4 }),
  words: fc.array(word, { maxLength: 3 }),
})

test('what is written from a query is read back as the same query', () => {
  fc.assert(
    fc.property(query, (given) => {
      expect(parseTrustQuery(formatTrustQuery(given))).toEqual({ query: given, problems: [] })
    }),
    { numRuns: 1000 },
  )
})

test('any text at all is read, and what was read is written and read back as it was', () => {
  const key = fc.constantFrom(...trustQueryKeys, 'repo', '')
  const piece = fc.tuple(fc.constantFrom('', '-', '"', ' '), key, fc.constantFrom(':', '"', ','), fc.string())
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.flat().join('')),
  )
  fc.assert(
    fc.property(text, (given) => {
      const { query: read, problems } = parseTrustQuery(given)
      expect(parseTrustQuery(formatTrustQuery(read)).query).toEqual(read)
      for (const { at, length } of problems) {
        expect(length).toBeGreaterThan(0)
        expect(at + length).toBeLessThanOrEqual(given.length)
      }
    }),
    { numRuns: 1000 },
  )
})

test('choosing a value of a facet and letting go of it gives the query before', () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(...freeKeys),
      fc.constantFrom('only', 'not'),
      (chosen, key, choice) => {
        const changed = withChoice({ terms: [], words: [{ text: 'x', negated: false }] }, key, chosen, choice)
        expect(choiceOf(changed, key, chosen)).toBe(choice)
        expect(choiceOf(parseTrustQuery(formatTrustQuery(changed)).query, key, chosen)).toBe(choice)
        expect(withChoice(changed, key, chosen, 'any').terms).toEqual([])
      },
    ),
  )
})

test('two values of a facet are alternatives, and the second choice of one takes the place of the first', () => {
  const of = (text: string) => ({ text, exact: true })
  const both = withChoice(withChoice(emptyQuery, 'owner', of('Dana'), 'only'), 'owner', of('Robin'), 'only')
  expect(formatTrustQuery(both)).toBe('owner:"Dana","Robin"')
  expect(formatTrustQuery(withChoice(both, 'owner', of('dana'), 'not'))).toBe('owner:"Robin" -owner:"dana"')
})

test('a query of every kind of word is read as written', () => {
  const { query: read, problems } = parseTrustQuery(
    'issuer:github -env:prod role:owner used:never risk:high,critical owner:none kind:app "free text"',
  )
  expect(problems).toEqual([])
  expect(read.words).toEqual([{ text: 'free text', negated: false }])
  expect(
    read.terms.map(
      ({ key, negated, values }) => `${negated ? '-' : ''}${key} ${values.map((v) => v.text).join()}`,
    ),
  ).toEqual([
    'issuer github',
    '-env prod',
    'role owner',
    'used never',
    'risk high,critical',
    'owner none',
    'kind app',
  ])
})

test.each([
  'repo:octo-org/shop:ref:refs/heads/main',
  'https://gitlab.com',
  'system:serviceaccount:a:b',
  'color:red',
])('the word %s is searched for as it is', (text) => {
  expect(parseTrustQuery(text)).toEqual({
    query: { terms: [], words: [{ text, negated: false }] },
    problems: [],
  })
})

test.each([
  ['kind:car', 'app or mi', 0, 8],
  ['x risk:big y', 'critical, high', 2, 8],
  ['used:soon', '<30d', 0, 9],
  ['used:<d', '<30d', 0, 7],
  ['risk:high,', 'behind the colon', 0, 10],
  ['issuer:', 'behind the colon', 0, 7],
  ['role:owner scope:prod', 'resource ID', 11, 10],
  ['owner:""', 'quotes are empty', 0, 8],
  ['a "b c', 'no second one', 2, 4],
])('%s is left out, and the place is named', (text, message, at, length) => {
  const { problems } = parseTrustQuery(text)
  expect(problems).toEqual([{ at, length, message: expect.stringContaining(message) }])
})

test('a text beyond all measure is cut, which is said, and takes no time', () => {
  const began = performance.now()
  for (const part of ['"', '-', 'a:', 'issuer:a,', '\\"', 'x ']) {
    const { problems } = parseTrustQuery(part.repeat(500_000))
    expect(problems[0]).toMatchObject({ at: queryLimit })
  }
  expect(performance.now() - began).toBeLessThan(1_000)
})
