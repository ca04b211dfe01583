import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { githubTokens } from '../seed-github.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin } = emulator

function send(method: string, path: string, body: unknown, token?: string) {
  return emulator.fetch(`${browserOrigin}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
}

async function claimsOf(fields: Record<string, unknown>) {
  const response = await send('POST', '/issuers/github/token', fields)
  return z.object({ claims: z.record(z.string(), z.unknown()) }).parse(await response.json()).claims
}

const prod = { environment: 'prod' }

test.for([
  [
    'a repository from before the ids',
    { owner: 'contoso', repository: 'pay-api', ...prod },
    'repo:contoso/pay-api:environment:prod',
  ],
  [
    'a repository made after 15 July 2026',
    { owner: 'contoso', repository: 'payments-api', ...prod },
    'repo:contoso@5544123/payments-api@1021344556:environment:prod',
  ],
  [
    'a word for names only',
    { owner: 'contoso', repository: 'payments-api', immutable: false, ...prod },
    'repo:contoso/payments-api:environment:prod',
  ],
  [
    'a word for ids, which GitHub knows',
    { owner: 'contoso', repository: 'pay-api', immutable: true, ...prod },
    'repo:contoso@5544123/pay-api@821093847:environment:prod',
  ],
  [
    'another spelling',
    { owner: 'Contoso', repository: 'PAY-API', ...prod },
    'repo:contoso/pay-api:environment:prod',
  ],
  [
    'a former name',
    { owner: 'contoso', repository: 'shop', branch: 'main' },
    'repo:contoso/shop-web:ref:refs/heads/main',
  ],
  [
    "the organisation's template",
    { owner: 'octo-org', repository: 'octo-templated', ...prod },
    'repo:octo-org/octo-templated:environment:prod:job_workflow_ref:octo-org/octo-templated/.github/workflows/deploy.yml@refs/heads/main',
  ],
  [
    'a reusable workflow in that template',
    {
      owner: 'octo-org',
      repository: 'octo-templated',
      jobWorkflowRef: 'octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main',
      ...prod,
    },
    'repo:octo-org/octo-templated:environment:prod:job_workflow_ref:octo-org/octo-automation/.github/workflows/oidc.yml@refs/heads/main',
  ],
  [
    'a template of its own',
    {
      owner: 'octo-org',
      repository: 'octo-repo',
      branch: 'main',
      subjectClaims: ['repository_owner', 'repository_visibility'],
    },
    'repository_owner:octo-org:repository_visibility:public',
  ],
  [
    'a template by number',
    { owner: 'contoso', repository: 'pay-api', branch: 'main', subjectClaims: ['repository_id', 'context'] },
    'repository_id:821093847:ref:refs/heads/main',
  ],
  [
    'a custom property with a colon-free value',
    {
      owner: 'contoso',
      repository: 'payments-api',
      branch: 'main',
      subjectClaims: ['repo_property_cost_center'],
    },
    'repo_property_cost_center:payments',
  ],
  [
    'a colon in an environment',
    { owner: 'octo-org', repository: 'octo-repo', environment: 'Production:V1' },
    'repo:octo-org/octo-repo:environment:Production%3AV1',
  ],
] as const)('%s: %j gives the subject %s', async ([, fields, subject]) => {
  expect(await claimsOf(fields)).toMatchObject({ sub: subject })
})

test('a merge queue runs on a branch of its own', async () => {
  const claims = await claimsOf({ owner: 'contoso', repository: 'pay-api', mergeGroup: 'main' })
  expect(claims).toMatchObject({ event_name: 'merge_group', base_ref: '' })
  expect(claims.sub).toMatch(
    /^repo:contoso\/pay-api:ref:refs\/heads\/gh-readonly-queue\/main\/pr-104-[0-9a-f]{40}$/,
  )
})

test('a pull request names both branches, and its run says so', async () => {
  expect(
    await claimsOf({ owner: 'contoso', repository: 'pay-api', pullRequest: 7, headBranch: 'fix' }),
  ).toMatchObject({
    sub: 'repo:contoso/pay-api:pull_request',
    ref: 'refs/pull/7/merge',
    head_ref: 'fix',
    base_ref: 'main',
    event_name: 'pull_request',
  })
})

test('an enterprise with an issuer of its own ends it with its slug', async () => {
  const claims = await claimsOf({ owner: 'contoso-retail', repository: 'store-front', ...prod })
  expect(claims).toMatchObject({
    iss: 'https://token.actions.githubusercontent.com/contoso-group',
    enterprise: 'contoso-group',
    enterprise_id: '40112',
  })
  const { status, body } = await emulator.world.fetchIssuer(
    'https://token.actions.githubusercontent.com/contoso-group/.well-known/openid-configuration',
  )
  expect(status).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ issuer: claims.iss })
})

test('what GitHub is told over REST is what the next token says', async () => {
  const path = '/github/repos/contoso/shop-web/actions/oidc/customization/sub'
  const job = { owner: 'contoso', repository: 'shop-web', environment: 'dev' }
  const put = (body: unknown) => send('PUT', path, body, githubTokens.contoso.token)
  expect((await put({ use_default: true, use_immutable_subject: true })).status).toBe(201)
  expect((await claimsOf(job)).sub).toBe('repo:contoso@5544123/shop-web@821093901:environment:dev')
  await put({ use_default: false, include_claim_keys: ['repo', 'runner_environment'] })
  expect((await claimsOf(job)).sub).toBe(
    'repo:contoso@5544123/shop-web@821093901:runner_environment:github-hosted',
  )
  await put({ use_default: true, use_immutable_subject: false })
  expect((await claimsOf(job)).sub).toBe('repo:contoso/shop-web:environment:dev')
})

test.for([
  [
    'an enterprise without an issuer',
    { owner: 'contoso', repository: 'pay-api', branch: 'm', enterprise: 'x' },
    'enterprise',
  ],
  [
    'a claim that templates do not know',
    { owner: 'o', repository: 'r', branch: 'm', subjectClaims: ['secret'] },
    'subjectClaims.0',
  ],
  [
    'a workflow without its ref',
    { owner: 'o', repository: 'r', branch: 'm', jobWorkflowRef: 'a/b/c.yml' },
    'jobWorkflowRef',
  ],
  ['two triggers', { owner: 'o', repository: 'r', branch: 'm', mergeGroup: 'm' }, 'branch'],
] as const)('%s is refused by name', async ([, fields, field]) => {
  const response = await send('POST', '/issuers/github/token', fields)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(`"target":"${field}"`)
})
