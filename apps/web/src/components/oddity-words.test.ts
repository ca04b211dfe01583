import { expect, test } from 'vitest'
import { flagsOf } from './oddity-words.ts'
import { sampleTrust } from './testing/sample-trust.ts'
import { trustKeyOf } from './trust-key.ts'

const expression = "claims['sub'] matches 'repo:contoso/pay-api:*'"

test('a pattern is flagged beside every oddity, a plain trust has no flag', () => {
  expect(flagsOf(sampleTrust())).toEqual([])
  expect(flagsOf(sampleTrust({ subject: null, expression, oddities: ['name-outside-rules'] }))).toEqual([
    'Pattern, not one subject',
    'Name outside the rules',
  ])
})

test('a trust of an application whose name breaks the rules is named by its ID', () => {
  const parent = { kind: 'application', appId: 'cccccccc-1111-2222-3333-444444444444' } as const
  const odd = sampleTrust({ parent, name: 'a/b', credentialId: 'cred-1', oddities: ['name-outside-rules'] })
  expect(trustKeyOf(odd)).toEqual({ parent, trustName: 'cred-1' })
  expect(trustKeyOf({ ...odd, name: 'gh-pay', oddities: [] }).trustName).toBe('gh-pay')
})
