import { expect, test } from 'vitest'
import { sampleTrust } from './testing/sample-trust.ts'
import { changeRequest, changeValuesOf, TrustChangeForm, valueChanges } from './trust-change.ts'

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
  expect(changeRequest({ issuer: 'https://a', subject: 's', audience: 'x' }, 'f1')).toEqual({
    issuer: 'https://a',
    subject: 's',
    audiences: ['x'],
    fingerprint: 'f1',
  })
})

test.each([
  ['issuer', { issuer: 'http://contoso.example', subject: 's', audience: 'x' }],
  ['issuer', { issuer: 'https://contoso.example?x=1', subject: 's', audience: 'x' }],
  ['subject', { issuer: 'https://contoso.example', subject: '', audience: 'x' }],
  ['subject', { issuer: 'https://contoso.example', subject: ' s', audience: 'x' }],
  ['audience', { issuer: 'https://contoso.example', subject: 's', audience: 'x\n' }],
  ['audience', { issuer: 'https://contoso.example', subject: 's', audience: 'x'.repeat(601) }],
])('the form refuses a wrong %s at its field: %j', (field, values) => {
  const result = TrustChangeForm.safeParse(values)
  expect(new Set(result.error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]))
})
