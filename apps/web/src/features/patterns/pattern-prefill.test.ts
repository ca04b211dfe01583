import { expect, test } from 'vitest'
import { patternPrefill } from './pattern-prefill.ts'

const gitlab = 'https://gitlab.com'

test('a link with a whole pattern fills the terms', () => {
  const { rows, issuerId, view } = patternPrefill(
    {
      issuer: gitlab,
      expression: "claims['sub'] matches 'project_path:contoso/*' and claims['user_id'] eq '7'",
    },
    'public',
  )
  expect({ issuerId, view }).toEqual({ issuerId: 'gitlab', view: 'rows' })
  expect(rows.map(({ claim, value }) => [claim, value])).toEqual([
    ['sub', 'project_path:contoso/*'],
    ['user_id', '7'],
  ])
})

test('a pattern that cannot be read stays as text, so that nothing is lost', () => {
  expect(patternPrefill({ expression: "claims['sub'] like 'x'" }, 'public')).toMatchObject({
    view: 'text',
    text: "claims['sub'] like 'x'",
  })
})

test('a link with a subject starts from it, beside the claims that the issuer asks for', () => {
  const { rows } = patternPrefill({ issuer: gitlab, subject: 'project_path:contoso/pay:*' }, 'public')
  expect(rows).toEqual([
    { claim: 'sub', operator: 'matches', value: 'project_path:contoso/pay:*' },
    { claim: 'project_id', operator: 'eq', value: '' },
  ])
})

test('an issuer without patterns has its subject alone', () => {
  const { rows, otherIssuer } = patternPrefill(
    { issuer: 'https://ci.contoso.com', subject: 'job:*' },
    'public',
  )
  expect(otherIssuer).toBe('https://ci.contoso.com')
  expect(rows).toEqual([{ claim: 'sub', operator: 'matches', value: 'job:*' }])
})
