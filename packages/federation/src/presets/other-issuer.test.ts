import { expect, test } from 'vitest'
import { compileTrust } from '../index.ts'

const base = { issuer: 'https://oidc.fabrikam.com', subject: 'project:web' }
const compile = (change: Record<string, string>) => compileTrust('other-issuer', { ...base, ...change })

test('stores the text exactly as typed', () => {
  const fields = {
    issuer: 'https://oidc.fabrikam.com/T/',
    subject: 'Project:Web | a',
    audience: 'https://Fabrikam.com/',
  }
  expect(compile(fields).trusts).toMatchObject([
    { issuer: fields.issuer, subject: fields.subject, audiences: [fields.audience] },
  ])
})

test('an empty audience means that of the cloud', () => {
  expect(compile({ audience: '' }).trusts[0]?.audiences).toEqual(['api://AzureADTokenExchange'])
})

test.each([
  ['issuer', ''],
  ['issuer', 'http://oidc.fabrikam.com'],
  ['issuer', 'https://user@oidc.fabrikam.com'],
  ['subject', ''],
  ['subject', 'a\nb'],
  ['subject', 'a'.repeat(601)],
  ['audience', 'a'.repeat(601)],
])('refuses %s %j on that field alone', (field, value) => {
  expect(compile({ [field]: value })).toMatchObject({
    trusts: [],
    warnings: [{ code: 'field-refused', field }],
  })
})

const github = 'https://token.actions.githubusercontent.com'
const entra = 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0'

test.each([
  [{ issuer: `${github}/`, subject: 'repo:o/r:pull_request' }, 'issuer-slash', 'block'],
  [{ issuer: `${github}//`, subject: 'repo:o/r:pull_request' }, 'issuer-slash', 'block'],
  [{ issuer: github, subject: 'repo:o/r:pull-request' }, 'pull-request-hyphen', 'block'],
  [{ issuer: github, subject: 'repo:o/r:ref:refs/heads/*' }, 'wildcard', 'block'],
  [{ issuer: entra, subject: 'x' }, 'entra-issuer', 'warn'],
  [{ issuer: 'https://gitlab.com/' }, 'issuer-slash', 'block'],
  [{ issuer: 'https://contoso.eu.auth0.com' }, 'issuer-slash', 'block'],
  [{ issuer: 'https://login.app.env0.com' }, 'issuer-slash', 'block'],
  [{ issuer: 'https://oidc.circleci.com/org/x/' }, 'issuer-slash', 'block'],
])('knows what is wrong with %j: %s', (fields, code, severity) => {
  expect(compile(fields).warnings).toMatchObject([{ code, severity }])
})

test.each([
  [{ issuer: github, subject: 'repo:o/r:environment:pull-request' }],
  [{ issuer: `${github}/contoso-enterprise`, subject: 'repo:o/r:pull_request' }],
  [{ issuer: entra, subject: '/eid1/c/pub/t/a/a/b/sc/c/d' }],
  [{ subject: 'auth0|1' }],
])('has nothing to say about %j', (fields) => {
  expect(compile(fields).warnings).toEqual([])
})
