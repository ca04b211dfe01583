import { checkExpression } from '@trustwright/federation'
import { expect, test } from 'vitest'
import { lacksClaimsOnly, withoutMissing } from './missing-claims.ts'

const github = 'https://token.actions.githubusercontent.com'
const branches = "claims['sub'] matches 'repo:contoso/pay-api:ref:refs/heads/*'"

test('a missing claim is left to the notes beside the terms, anything else stays', () => {
  const warnings = checkExpression(github, `${branches} and claims['event_name'] eq 'push'`)
  expect(warnings).toHaveLength(2)
  expect(withoutMissing(warnings, github).map(({ text }) => text)).toEqual([
    'Azure does not take the claim event_name for GitHub.',
  ])
})

test.each([
  ['lacks an ID', branches, true],
  ['has everything', `${branches} and claims['repository_id'] eq '42'`, false],
  ['lacks an ID and has a claim that Azure does not take', `${branches} and claims['actor'] eq 'x'`, false],
])('what %s', (_, text, expected) => {
  expect(lacksClaimsOnly(github, text)).toBe(expected)
})
