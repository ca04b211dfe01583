import { expect, test } from 'vitest'
import { saidOf } from '../../../testing/said.ts'

const flexible = (value: string) => ({
  subject: null,
  claimsMatchingExpression: { value, languageVersion: 1 },
})

test.each([
  [flexible("claims['sub'] matches 'repo:octo-org/*'"), 'expression-claims'],
  [flexible("claims['sub'] like 'repo:octo-org/*'"), 'expression-refused'],
  [
    flexible("claims['sub'] eq 'repo:octo-org/shop:*' and claims['repository_id'] eq '7'"),
    'wildcard-in-expression',
  ],
  [{ ...flexible("claims['sub'] matches 'a*'"), issuer: 'https://oidc.contoso.com' }, 'expression-refused'],
])('%j is told', (change, code) => {
  expect(saidOf(change)).toContain(code)
})

test('an expression with the ID that Azure asks for is right, as an object and as its text', () => {
  const text = "claims['sub'] matches 'repo:octo-org/shop:environment:*' and claims['repository_id'] eq '7'"
  expect(saidOf(flexible(text))).toEqual([])
  expect(saidOf({ subject: null, claimsMatchingExpression: text })).toEqual([])
})
