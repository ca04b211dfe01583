import { expect, test } from 'vitest'
import { sampleTrust } from '../testing/sample-trust.ts'
import { ladderSteps } from './ladder-steps.ts'

const at = '2026-11-21T12:00:00Z'
const by = 'dana@contoso.com'

test('a signed match says so, and an unsigned one says that nobody saw the signature', () => {
  const signed = ladderSteps(sampleTrust({ matched: { at, by, means: 'beacon' } }))
  expect(signed.matched?.word).toBe('Matched (signed)')
  const pasted = ladderSteps(sampleTrust({ matched: { at, by, means: 'claims' } })).matched
  expect(pasted?.word).toBeUndefined()
  expect(pasted?.evidence).toContain('nobody saw its signature')
})

test('a match never makes a trust seen', () => {
  expect(ladderSteps(sampleTrust({ matched: { at, by, means: 'beacon' } })).seen).toBeNull()
})

test('values that were checked without their issuer say so', () => {
  const { checked } = ladderSteps(sampleTrust({ checked: { at, by, means: 'rules' } }))
  expect(checked?.evidence).toContain('could not be confirmed')
})

test.each([
  [{ at, by, means: 'sign-in-log', from: '203.0.113.7' }, 'from 203.0.113.7'],
  [{ at, by, means: 'exchange' }, `shown by ${by}`],
  [{ at, by }, `shown by ${by}`],
] as const)('what it was seen by is named: %j', (seen, words) => {
  expect(ladderSteps(sampleTrust({ seen })).seen?.evidence).toContain(words)
})

test('a trust that was stored before steps were kept has none', () => {
  expect(ladderSteps({ seen: null })).toEqual({ checked: null, matched: null, seen: null })
})
