import { expect, test } from 'vitest'
import { changeSentence, effectSentence, lossSentence } from './trust-effect.ts'

const github = 'https://token.actions.githubusercontent.com'
const cluster =
  'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/'
const oidc = 'https://oidc.fabrikam.com'

test.each([
  [
    github,
    'repo:contoso/pay-api:environment:production',
    'Only jobs in environment production of contoso/pay-api can sign in as id-pay.',
  ],
  [
    github,
    'repo:contoso@12/pay-api@34:environment:production',
    'Only jobs in environment production of contoso/pay-api can sign in as id-pay.',
  ],
  [
    github,
    'repo:contoso/pay-api:ref:refs/heads/main',
    'Only jobs on branch main of contoso/pay-api can sign in as id-pay.',
  ],
  [
    github,
    'repo:contoso/pay-api:ref:refs/tags/v1',
    'Only jobs for tag v1 of contoso/pay-api can sign in as id-pay.',
  ],
  [
    github,
    'repo:contoso/pay-api:pull_request',
    'Jobs of any pull request of contoso/pay-api can sign in as id-pay.',
  ],
  [
    `${github}/contoso`,
    'repo:contoso/pay-api:environment:production',
    'Only jobs in environment production of contoso/pay-api (enterprise contoso) can sign in as id-pay.',
  ],
  [
    'https://token.actions.fabrikam.ghe.com',
    'repo:contoso/pay-api:ref:refs/heads/main',
    'Only jobs on branch main of contoso/pay-api on fabrikam.ghe.com can sign in as id-pay.',
  ],
  [
    'https://git.contoso.com/_services/token',
    'repo:contoso/pay-api:pull_request',
    'Jobs of any pull request of contoso/pay-api on git.contoso.com can sign in as id-pay.',
  ],
  [
    github,
    'repo:contoso/pay-api:environment:production:job_workflow_ref:contoso/flows/.github/workflows/deploy.yml@refs/heads/main',
    'Only jobs of contoso/pay-api (environment production, job_workflow…loy.yml@refs/heads/main) can sign in as id-pay.',
  ],
  [
    github,
    'repository_owner:contoso:environment:production',
    'Jobs of any repository whose token carries repository_owner contoso, environment production can sign in as id-pay.',
  ],
  [
    cluster,
    'system:serviceaccount:shop:api',
    'Only pods with service account api in namespace shop of this cluster can sign in as id-pay.',
  ],
  [
    oidc,
    'system:serviceaccount:flux-system:source-controller',
    'Only pods with service account source-controller in namespace flux-system of this cluster can sign in as id-pay.',
  ],
  [
    'https://gitlab.com',
    'project_path:contoso/pay-api:ref_type:branch:ref:main',
    'Only pipelines of contoso/pay-api on branch main can sign in as id-pay.',
  ],
  [
    'https://app.terraform.io',
    'organization:contoso:project:Default Project:workspace:network:run_phase:plan',
    'Only runs of contoso/network (plan, project Default Project) can sign in as id-pay.',
  ],
  [
    'https://oidc.vercel.com/contoso',
    'owner:contoso:project:shop-web:environment:production',
    'Only deployments of contoso/shop-web in environment production can sign in as id-pay.',
  ],
  [
    'https://accounts.google.com',
    '104928374650192837465',
    'Only workloads with service account 104928374650192837465 can sign in as id-pay.',
  ],
  [
    'https://contoso.semaphoreci.com',
    'org:contoso:project:936a5312-a3b8-4921-8b3f-2cec8baac574:repo:web:ref_type:pr:ref:refs/pull/7/head',
    'Jobs of contoso/web (refs/pull/7/head) can sign in as id-pay.',
  ],
  [oidc, 'project:web', 'Only holders of a token for project:web can sign in as id-pay.'],
  [oidc, 'x'.repeat(600), 'Only holders of a token for this subject can sign in as id-pay.'],
  [github, null, 'Nothing can sign in as id-pay through this trust: it has no subject.'],
])('%s %s', (issuer, subject, sentence) => {
  expect(effectSentence({ issuer, subject }, 'id-pay')).toBe(sentence)
})

const pattern = "claims['sub'] matches 'repo:contoso/pay-api:*' and claims['repository_id'] eq '42'"
const open = "claims['sub'] matches 'repo:contoso/*' and claims['repository_owner_id'] eq '1'"

test.each([
  ['one repository', pattern, /^Only workloads of GitHub whose token fits the stored pattern can/],
  ['a whole owner', open, /^Workloads of GitHub/],
  ['nothing that can be read', 'repo:contoso/*', /^Workloads of GitHub/],
])('a pattern of %s says so', (_, expression, sentence) => {
  const trust = { issuer: github, subject: null, expression }
  expect(effectSentence(trust, 'pay-api')).toMatch(sentence)
  expect(lossSentence(trust, 'pay-api')).toContain('will no longer be able to sign in as pay-api')
})

test('a pattern that changes is a change, though there is no subject', () => {
  const before = { issuer: github, subject: null, expression: pattern }
  expect(changeSentence(before, { ...before, expression: open }, 'pay-api')).not.toBeNull()
  expect(changeSentence(before, before, 'pay-api')).toBeNull()
})

test('a pull request is never called the only one, since anybody may open one', () => {
  expect(
    effectSentence({ issuer: github, subject: 'repo:contoso/pay-api:pull_request' }, 'id-pay'),
  ).not.toContain('Only')
})

test('a wildcard in an exact subject lets nobody in, and is never told as if it did', () => {
  const exact = { issuer: github, subject: 'repo:contoso/pay-api:environment:prod' }
  const wild = { issuer: github, subject: 'repo:contoso/pay-api:ref:refs/heads/*' }
  expect(effectSentence(wild, 'id-pay')).toContain('Nothing can sign in as id-pay')
  expect(lossSentence(wild, 'id-pay')).toContain('Nothing stops working')
  expect(changeSentence(exact, wild, 'id-pay')).toContain('nothing else will')
  expect(changeSentence(wild, exact, 'id-pay')).toBe(
    'Jobs in environment prod of contoso/pay-api will be able to sign in as id-pay. Nothing was before.',
  )
  expect(changeSentence(wild, { ...wild, subject: 'repo:contoso/*' }, 'id-pay')).toContain('Still nothing')
})

test('deleting says who stops signing in as whom', () => {
  expect(
    lossSentence({ issuer: github, subject: 'repo:contoso/pay-api:environment:prod' }, 'id-pay-prod'),
  ).toBe('Jobs in environment prod of contoso/pay-api will no longer be able to sign in as id-pay-prod.')
  expect(lossSentence({ issuer: github, subject: null }, 'id-pay-prod')).toContain('Nothing stops working')
})

test('a change says who loses and who gains', () => {
  const before = { issuer: github, subject: 'repo:contoso/pay-api:environment:prod' }
  const after = { issuer: github, subject: 'repo:contoso/pay-api:ref:refs/heads/main' }
  expect(changeSentence(before, after, 'id-pay')).toBe(
    'Jobs in environment prod of contoso/pay-api will no longer be able to sign in as id-pay. Jobs on branch main of contoso/pay-api will.',
  )
  expect(changeSentence(before, before, 'id-pay')).toBeNull()
})

test('a change from names to IDs is not called a change of workload', () => {
  const before = { issuer: github, subject: 'repo:contoso/pay-api:environment:prod' }
  const after = { issuer: github, subject: 'repo:contoso@12/pay-api@34:environment:prod' }
  expect(changeSentence(before, after, 'id-pay')).toContain('tokens with the old ones stop working')
})
