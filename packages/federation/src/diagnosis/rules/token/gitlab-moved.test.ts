import { expect, test } from 'vitest'
import { compareToken } from '../../compare-token.ts'
import { explainError } from '../../explain-error.ts'

const issuer = 'https://gitlab.com'
const audience = 'api://AzureADTokenExchange'
const trustOf = (subject: string) => ({ name: 'gl-pay', issuer, subject, audiences: [audience] })
const claimsOf = (sub: string) => ({ iss: issuer, sub, aud: audience, project_id: '57382910' })
const main = ':ref_type:branch:ref:main'
const old = `project_path:contoso/pay-api${main}`

const found = (stored: string, sub: string) =>
  compareToken({ claims: claimsOf(sub) }, [trustOf(stored)]).causes

test.each([
  [`project_path:contoso/payments${main}`, 'possible', 'renamed'],
  [`project_path:fabrikam/pay-api${main}`, 'likely', 'moved'],
  [`project_path:contoso/platform/pay-api${main}`, 'likely', 'moved'],
])('a project that is now in %s is %s, since its path alone changed', (sub, certainty, word) => {
  const [cause] = found(old, sub)
  expect(cause).toMatchObject({
    code: 'gitlab-moved',
    certainty,
    action: { kind: 'create', issuer, subject: sub, audience },
  })
  expect(cause?.text).toContain(word)
  expect(cause?.evidence).toContain('57382910')
})

test.each([
  ['another project of another group', old, `project_path:fabrikam/shop${main}`, 'subject-differs'],
  ['another branch', old, 'project_path:contoso/pay-api:ref_type:branch:ref:dev', 'entity-other-value'],
  ['other letters', old, `project_path:Contoso/Pay-API${main}`, 'subject-case'],
  ['a subject by ID', old, `project_id:57382910${main}`, 'subject-differs'],
  ['another platform', 'repo:contoso/pay-api:pull_request', old, 'subject-form'],
])('%s is no project that moved', (_, stored, sub, code) => {
  const codes = found(stored, sub).map((cause) => cause.code)
  expect(codes).toContain(code)
  expect(codes).not.toContain('gitlab-moved')
})

test('another branch and other letters of a project that moved are told beside it', () => {
  const sub = 'project_path:contoso/Payments:ref_type:branch:ref:dev'
  const codes = found('project_path:Contoso/pay-api:ref_type:branch:ref:main', sub).map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['subject-case', 'gitlab-moved', 'entity-other-value']))
})

test('the text of a refusal names a moved project too, without an ID that it does not show', () => {
  const text = `AADSTS700213: No matching federated identity record found for presented assertion subject 'project_path:fabrikam/pay-api${main}'.`
  const [cause] = explainError(text, { trusts: [trustOf(old)] }).causes
  expect(cause).toMatchObject({ code: 'gitlab-moved', certainty: 'likely' })
  expect(cause?.evidence).not.toContain('project_id')
})

const patternOf = (id: string) => ({
  name: 'gl-any',
  issuer,
  claimsMatchingExpression: `claims['sub'] matches 'project_path:contoso/pay-api:*' and claims['project_id'] eq '${id}'`,
  audiences: [audience],
})

test('beside a pattern with the same project_id the move is certain', () => {
  const claims = claimsOf(`project_path:fabrikam/payments${main}`)
  expect(compareToken({ claims }, [patternOf('57382910')]).causes[0]).toMatchObject({
    code: 'gitlab-moved',
    certainty: 'certain',
    field: 'expression',
  })
  const other = compareToken({ claims }, [patternOf('1')]).causes.map(({ code }) => code)
  expect(other).toEqual(['expression-not-matched', 'expression-not-matched'])
})
