import { expect, test } from 'vitest'
import { azureReality } from '../reality.ts'
import { checkExpression, checkIdentityExpression } from './check-expression.ts'
import { evaluateExpression } from './evaluate-expression.ts'
import { parseExpression } from './parse-expression.ts'

const github = 'https://token.actions.githubusercontent.com'
const gitlab = 'https://gitlab.com'
const terraform = 'https://app.terraform.io'
const sub = "claims['sub'] matches 'repo:contoso/*'"
const repositoryId = "claims['repository_id'] eq '456789'"
const check = (issuer: string, value: string, languageVersion = 1, reality = azureReality) =>
  checkExpression(issuer, { value, languageVersion }, reality)?.message

test('terms joined by and are read in order, and a doubled quote is one', () => {
  expect(parseExpression(`${sub} and claims['x y'] eq 'it''s and claims'`)).toEqual([
    { claim: 'sub', operator: 'matches', comparand: 'repo:contoso/*' },
    { claim: 'x y', operator: 'eq', comparand: "it's and claims" },
  ])
})

test.for([
  '',
  ' ',
  `${sub} `,
  ` ${sub}`,
  `${sub} and `,
  `${sub} or ${sub}`,
  `${sub} AND ${sub}`,
  `${sub}  and ${sub}`,
  `not ${sub}`,
  `(${sub})`,
  "claims['sub']  eq 'a'",
  "claims['sub'] eq  'a'",
  "claims['sub'] eq a",
  "claims['sub'] eq 'a",
  "claims['sub'] eq 'a''",
  "claims['sub'] Eq 'a'",
  "claims['sub'] startswith 'a'",
  "claims['sub'] in ['a']",
  'claims["sub"] eq "a"',
  "claims[''] eq 'a'",
  'claims.sub eq "a"',
  "'a' eq claims['sub']",
])('an expression written as <%s> is not read', (text) => {
  expect(parseExpression(text)).toBeUndefined()
})

test.for<[string, Record<string, unknown>, boolean]>([
  [`${sub} and ${repositoryId}`, { sub: 'repo:contoso/pay', repository_id: '456789' }, true],
  [`${sub} and ${repositoryId}`, { sub: 'repo:contoso/pay', repository_id: 456_789 }, true],
  [`${sub} and ${repositoryId}`, { sub: 'repo:contoso/pay', repository_id: '45678' }, false],
  [`${sub} and ${repositoryId}`, { sub: 'repo:contoso/pay' }, false],
  [sub, { sub: ['repo:contoso/pay'] }, false],
  ["claims['toString'] matches '*'", {}, false],
  ["claims['sub'] eq 'repo:contoso/*'", { sub: 'repo:contoso/pay' }, false],
])('%s holds for %j: %s', ([expression, claims, expected]) => {
  expect(evaluateExpression(parseExpression(expression) ?? [], claims)).toBe(expected)
})

test.for([
  [github, `${sub} and ${repositoryId}`],
  [github, `${sub} and claims['repository_owner_id'] eq '1'`],
  [github, `${sub} and ${repositoryId} and claims['job_workflow_ref'] matches 'contoso/flows/*'`],
  [gitlab, "claims['sub'] matches 'project_path:contoso/*' and claims['namespace_id'] eq '7'"],
  ['https://gitlab.contoso.ca', "claims['sub'] matches 'project_id:9:*'"],
  ['https://app.eu.terraform.io', "claims['sub'] matches 'organization:contoso:*'"],
] as const)('an expression of %s that pins what it has to is taken: %s', ([issuer, value]) => {
  expect(check(issuer, value)).toBeUndefined()
})

const lacking = 'either lacks all required claims or contains unallowed claims.'

test.for([
  ['only a subject', github, sub, lacking],
  ['only an id', github, repositoryId, lacking],
  ['a claim of no use', github, `${sub} and ${repositoryId} and claims['event_name'] eq 'push'`, lacking],
  ['a pattern for an id', github, `${sub} and claims['repository_id'] matches '4*'`, "Operator 'matches'"],
  ['no id', gitlab, "claims['sub'] matches 'project_path:contoso/*'", lacking],
  ['no subject', gitlab, "claims['project_id'] eq '9'", lacking],
  ['another claim', terraform, "claims['terraform_run_phase'] eq 'plan'", lacking],
  ['an AKS issuer', 'https://westeurope.oic.prod-aks.azure.com/a/b/', sub, 'is not allowed to use'],
  ['a slash after the issuer', `${github}/`, `${sub} and ${repositoryId}`, 'is not allowed to use'],
  ['a deeper GitLab host', 'https://gitlab.a.b.com', sub, 'is not allowed to use'],
  ['another grammar', github, `${sub} or ${repositoryId}`, 'could not be parsed'],
] as const)('an expression with %s is refused when it is written', ([, issuer, value, rule]) => {
  expect(check(issuer, value)).toContain(rule)
})

test("the directory's words name the issuer, the field and the expression", () => {
  const value = "claims['sub'] matches 'project_path:contoso/*'"
  expect(check(gitlab, value)).toBe(
    `The FederatedIdentityCredential.ClaimsMatchingExpression.Value is invalid. Rule exception: Expression configured for issuer 'https://gitlab.com' either lacks all required claims or contains unallowed claims. paramName: FederatedIdentityCredential.ClaimsMatchingExpression.Value, paramValue: ${value}, objectType: Microsoft.Online.DirectoryServices.Application`,
  )
})

test.for([0, 2, 1.5])('language version %s is refused', (version) => {
  expect(check(github, `${sub} and ${repositoryId}`, version)).toContain('LanguageVersion is invalid')
})

test("GitLab's stricter page demands the project's id", () => {
  const strict = { ...azureReality, gitlabRequiredClaims: 'projectId' as const }
  const value = "claims['sub'] matches 'project_path:a/*' and claims['user_id'] eq '1'"
  expect(check(gitlab, value)).toBeUndefined()
  expect(check(gitlab, value, 1, strict)).toContain(lacking)
})

test('a managed identity takes expressions only where they are rolled out', () => {
  const expression = { value: `${sub} and ${repositoryId}`, languageVersion: 1 }
  expect(checkIdentityExpression(github, expression, azureReality)?.message).toContain(
    'objectType: Microsoft.Online.DirectoryServices.ServicePrincipal',
  )
  const rolledOut = { ...azureReality, expressionsOnManagedIdentities: true }
  expect(checkIdentityExpression(github, expression, rolledOut)).toBeUndefined()
})
