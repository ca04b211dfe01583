import type { Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleTrust } from '../testing/sample-trust.ts'
import { trustConflicts } from './trust-conflicts.ts'

const github = 'https://token.actions.githubusercontent.com'
const subject = 'repo:contoso/pay-api:environment:prod'
const stored: Trust = sampleTrust({ name: 'gh-pay-prod', issuer: github, subject })

test.each([
  ['the same name', { name: 'gh-pay-prod', issuer: github, subject: 'other' }, 'gh-pay-prod', null],
  [
    'the same name in other letter case',
    { name: 'GH-Pay-Prod', issuer: github, subject: 'other' },
    'gh-pay-prod',
    null,
  ],
  ['the same pair', { name: 'new', issuer: github, subject }, null, 'gh-pay-prod'],
  [
    'a subject in other letter case is another pair',
    { name: 'new', issuer: github, subject: subject.toUpperCase() },
    null,
    null,
  ],
  ['an issuer with a slash is another pair', { name: 'new', issuer: `${github}/`, subject }, null, null],
])('%s', (_, wanted, sameName, samePair) => {
  const conflicts = trustConflicts([stored], wanted)
  expect(conflicts.sameName?.name ?? null).toBe(sameName)
  expect(conflicts.samePair?.name ?? null).toBe(samePair)
})

test('a full identity has no room, and one above the limit none either', () => {
  const wanted = { name: 'new', issuer: github, subject }
  expect(trustConflicts([stored], wanted).room).toBe(19)
  expect(
    trustConflicts(
      Array.from({ length: 20 }, () => stored),
      wanted,
    ).room,
  ).toBe(0)
  expect(
    trustConflicts(
      Array.from({ length: 21 }, () => stored),
      wanted,
    ).room,
  ).toBe(0)
})
