import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseExpression, writeExpression } from '../index.ts'

test('reads terms joined by and', () => {
  const text =
    "claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*' and claims['repository_id'] eq '456789'"
  expect(parseExpression(text)).toEqual({
    problem: null,
    expression: {
      terms: [
        { claim: 'sub', operator: 'matches', comparand: 'repo:contoso/pay-api:ref:refs/heads/*' },
        { claim: 'repository_id', operator: 'eq', comparand: '456789' },
      ],
    },
  })
})

test.each([
  ['', 0, 'is empty'],
  [' ', 0, 'is empty'],
  ["sub eq 'a'", 0, 'begins with a claim'],
  [" claims['sub'] eq 'a'", 0, 'White space'],
  ['claims["sub"] eq \'a\'', 0, 'single quotes'],
  ["claims.sub eq 'a'", 0, 'single quotes'],
  ["Claims['sub'] eq 'a'", 0, 'small letters'],
  ["(claims['sub'] eq 'a')", 0, 'no parentheses'],
  ["not claims['sub'] eq 'a'", 0, '“not”'],
  ["claims[''] eq 'a'", 8, 'name of the claim is empty'],
  ["claims['sub eq 'a'", 15, 'does not end here'],
  ["claims['sub']eq 'a'", 13, 'blank is missing'],
  ["claims['sub']  eq 'a'", 14, 'One blank'],
  ["claims['sub'] EQ 'a'", 14, 'small letters'],
  ["claims['sub'] startswith 'a'", 14, 'no operator startswith'],
  ["claims['sub'] == 'a'", 14, 'no operator =='],
  ["claims['sub'] 'a'", 14, 'operator is missing'],
  ["claims['sub'] eq\t'a'", 16, 'blank is missing'],
  ["claims['sub'] eq  'a'", 17, 'One blank'],
  ["claims['sub'] eq a", 17, 'not in single quotes'],
  ['claims[\'sub\'] eq "a"', 17, 'not in single quotes'],
  ["claims['sub'] matches system:serviceaccount:ns:*", 22, 'not in single quotes'],
  ["claims['sub'] eq 'a", 18, 'no closing quote'],
  ["claims['sub'] eq ''", 18, 'compare with is empty'],
  ["claims['sub'] eq 'a' ", 20, 'at the end'],
  ["claims['sub'] eq 'a' or claims['sub'] eq 'b'", 20, '“or”'],
  ["claims['sub'] eq 'a' AND claims['sub'] eq 'b'", 20, 'small letters'],
  ["claims['sub'] eq 'a'  and claims['sub'] eq 'b'", 20, 'one blank'],
  ["claims['sub'] eq 'a' && claims['sub'] eq 'b'", 20, 'small letters'],
  ["claims['sub'] eq 'a' and ", 25, 'begins with a claim'],
  ["claims['sub'] eq 'a' and  claims['sub'] eq 'b'", 25, 'White space'],
  ["claims['sub'] eq 'a')", 20, 'no parentheses'],
  ["claims['sub'] eq 'it's'", 21, 'After a term'],
])('says where and why %j is no expression', (text, position, words) => {
  const { expression, problem } = parseExpression(text)
  expect(expression).toBeNull()
  expect(problem).toMatchObject({ position, text: expect.stringContaining(words) })
  expect(problem?.fix).not.toBe('')
})

const term = fc.record({
  claim: fc.constantFrom('sub', 'repository_id', 'job_workflow_ref'),
  operator: fc.constantFrom('eq' as const, 'matches' as const),
  comparand: fc.string({ unit: 'binary', minLength: 1 }),
})

test('what is written is read back, quotes included', () => {
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
      expect(parseExpression(writeExpression({ terms })).expression).toEqual({ terms })
    }),
  )
})

test('no text makes it throw, and a problem stands inside the text', () => {
  const piece = fc.constantFrom(
    "claims['sub']",
    ' ',
    "'",
    "''",
    'eq',
    'matches',
    ' and ',
    '(',
    'a*',
    '\n',
    'é',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      const { expression, problem } = parseExpression(written)
      expect(expression === null ? written : writeExpression(expression)).toBe(written)
      expect(problem === null || (problem.position >= 0 && problem.position <= written.length)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
