import { expect, test } from 'vitest'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import {
  changeRequest,
  changeValuesOf,
  kindOfTrust,
  trustChangeSchema,
  valueChanges,
} from './trust-change.ts'

const pattern = "claims['sub'] matches 'repo:contoso/pay-api:*' and claims['repository_id'] eq '42'"
const values = {
  issuer: 'https://contoso.example',
  subject: 's',
  expression: '',
  audience: 'x',
  description: '',
}

test('a trust without subject or audience still fills the form', () => {
  expect(changeValuesOf(sampleTrust({ subject: null, audiences: [] }))).toMatchObject({
    subject: '',
    audience: '',
  })
})

test('only what differs is a change, to the letter', () => {
  const before = changeValuesOf(sampleTrust())
  expect(valueChanges(before, before)).toEqual([])
  const after = { ...before, subject: before.subject.replace('prod', 'Prod') }
  expect(valueChanges(before, after)).toEqual([
    { field: 'subject', label: 'Subject', before: before.subject, after: after.subject },
  ])
})

test('the request carries the fingerprint that the person saw, and one audience', () => {
  expect(changeRequest(values, 'f1')).toEqual({
    issuer: 'https://contoso.example',
    subject: 's',
    audiences: ['x'],
    description: null,
    fingerprint: 'f1',
  })
})

test('a pattern is changed as a pattern: no subject goes with it', () => {
  const trust = sampleTrust({ subject: null, expression: pattern })
  expect(kindOfTrust(trust)).toBe('flexible')
  const request = changeRequest({ ...changeValuesOf(trust), description: 'For releases' }, 'f1')
  expect(request).toMatchObject({ expression: pattern, description: 'For releases' })
  expect(request).not.toHaveProperty('subject')
})

test.each([
  ['issuer', { issuer: 'http://contoso.example' }],
  ['issuer', { issuer: 'https://contoso.example?x=1' }],
  ['subject', { subject: '' }],
  ['subject', { subject: ' s' }],
  ['audience', { audience: 'x\n' }],
  ['audience', { audience: 'x'.repeat(601) }],
  ['description', { description: 'x'.repeat(601) }],
])('the form refuses a wrong %s at its field: %j', (field, change) => {
  const result = trustChangeSchema('classic').safeParse({ ...values, ...change })
  expect(new Set(result.error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]))
})

test.each([
  ['nothing', ''],
  ['no expression at all', 'repo:contoso/*'],
  ['an operator that Azure does not know', "claims['sub'] startsWith 'repo:contoso/pay-api'"],
  ['a claim that Azure does not take', "claims['actor'] eq 'octo'"],
])('a pattern of %s is refused at the pattern', (_, expression) => {
  const issuer = 'https://token.actions.githubusercontent.com'
  const result = trustChangeSchema('flexible').safeParse({
    ...values,
    issuer,
    subject: '',
    expression,
  })
  expect(result.error?.issues.map(({ path }) => path[0])).toContain('expression')
})
