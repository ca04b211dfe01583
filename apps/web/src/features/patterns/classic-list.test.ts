import { parseExpression } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { classicTrusts, listedValues, wildcardLabel, wildcardsOf } from './classic-list.ts'

const issuer = 'https://token.actions.githubusercontent.com'
const audience = 'api://AzureADTokenExchange'

function expressionOf(text: string) {
  return parseExpression(text).expression
}

test('the wildcards of a subject are told apart by what stands before them', () => {
  const found = wildcardsOf(expressionOf("claims['sub'] matches 'repo:contoso/*:ref:refs/heads/v?'"))
  expect(found).toEqual([
    { mark: '*', before: 'repo:contoso/', after: ':ref:refs/heads/v' },
    { mark: '?', before: ':ref:refs/heads/v', after: '' },
  ])
  expect(found.map((wildcard, index) => wildcardLabel(wildcard, index, 2))).toEqual([
    'What * number 1 stands for after repo:contoso/',
    'What ? number 2 stands for after :ref:refs/heads/v',
  ])
})

test.each([
  ['an exact subject', "claims['sub'] eq 'repo:contoso/*'"],
  ['no subject', "claims['repository_id'] eq '1'"],
])('%s has no wildcard to fill', (_, text) => {
  expect(wildcardsOf(expressionOf(text))).toEqual([])
})

test('values are listed by commas or lines, each once, and white space around them is dropped', () => {
  expect(listedValues('main, release\n main ,\n\nhotfix')).toEqual(['main', 'release', 'hotfix'])
})

test('each listed value becomes one exact trust, and what those cannot compare is named', () => {
  const expression = expressionOf(
    "claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*' and claims['repository_id'] eq '821093847'",
  )
  if (expression === null) throw new Error('The expression of this test cannot be read.')
  const { trusts, lost, refused } = classicTrusts({
    issuer,
    audience,
    name: 'pay',
    expression,
    wildcards: ['main, release', 'left over'],
  })
  expect(refused).toBeNull()
  expect(trusts.map(({ subject }) => subject)).toEqual([
    'repo:contoso/pay-api:ref:refs/heads/main',
    'repo:contoso/pay-api:ref:refs/heads/release',
  ])
  expect(lost.map(({ claim }) => claim)).toEqual(['repository_id'])
})
