import { expect, test } from 'vitest'
import { formChanges } from './form-changes.ts'

const form = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/pay-api:environment:prod',
  expression: null,
  audiences: ['api://AzureADTokenExchange'],
}

test.each([
  [{ issuer: 'https://gitlab.com' }, ['Issuer']],
  [{ subject: 'repo:contoso/pay-api:pull_request' }, ['Subject']],
  [{ subject: null, expression: "claims['sub'] matches 'repo:contoso/*'" }, ['Subject', 'Pattern']],
  [{ audiences: ['api://other', 'api://AzureADTokenExchange'] }, ['Audience']],
  [{}, []],
])('of %j nothing is lost and nothing is told twice', (parts, labels) => {
  expect(formChanges(form, { ...form, ...parts }).map(({ label }) => label)).toEqual(labels)
})

test('what comes stands beside what was, whole', () => {
  expect(formChanges(form, { ...form, audiences: ['a', 'b'] })).toEqual([
    { field: 'audiences', label: 'Audience', before: 'api://AzureADTokenExchange', after: 'a\nb' },
  ])
})
