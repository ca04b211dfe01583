import { evaluateExpression, parseExpression } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { exampleLines } from './example-lines.ts'
import { patternPieces } from './pattern-pieces.ts'

function expressionOf(text: string) {
  const { expression, problem } = parseExpression(text)
  if (expression === null) throw new Error(problem.text)
  return expression
}

const branches = expressionOf(
  "claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*' and claims['repository_id'] eq '821093847'",
)

test('examples show the claim that varies, and say once what all have in common', () => {
  const { matching, always } = exampleLines(branches)
  expect(matching).toEqual([
    { claim: 'sub', value: 'repo:contoso/pay-api:ref:refs/heads/main' },
    { claim: 'sub', value: 'repo:contoso/pay-api:ref:refs/heads/feature/checkout' },
  ])
  expect(always).toEqual([{ claim: 'repository_id', value: '821093847' }])
})

test('every near miss is refused for the claim that is shown', () => {
  const { others } = exampleLines(branches)
  expect(others.length).toBeGreaterThan(2)
  for (const { claim, value } of others) {
    const claims = {
      sub: 'repo:contoso/pay-api:ref:refs/heads/main',
      repository_id: '821093847',
      [claim]: value,
    }
    expect(evaluateExpression(branches, claims).matches, value).toBe(false)
  }
})

test('a pattern without wildcards shows one example', () => {
  expect(exampleLines(expressionOf("claims['sub'] eq 'repo:contoso/pay-api:pull_request'")).matching).toEqual(
    [{ claim: 'sub', value: 'repo:contoso/pay-api:pull_request' }],
  )
})

test('only a term that compares by pattern has wildcards', () => {
  expect(patternPieces({ claim: 'sub', operator: 'matches', comparand: 'a*b?' })).toEqual([
    { text: 'a', wildcard: false },
    { text: '*', wildcard: true },
    { text: 'b', wildcard: false },
    { text: '?', wildcard: true },
  ])
  expect(patternPieces({ claim: 'sub', operator: 'eq', comparand: 'a*' })).toEqual([
    { text: 'a*', wildcard: false },
  ])
})
