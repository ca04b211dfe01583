import { expect, test } from 'vitest'
import { pairOf } from '../../claims/pair.ts'
import { presentedToken } from '../../claims/presented.ts'
import type { KnownTrust, TokenContext } from '../../claims/token-context.ts'
import { subjectCauses } from './subject-rules.ts'

const github = 'https://token.actions.githubusercontent.com'
const tenant = '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f'
const entra = `https://login.microsoftonline.com/${tenant}/v2.0`
const cluster = `https://eastus.oic.prod-aks.azure.com/${tenant}/7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607/`

function causes(issuer: string, stored: string, sub: string, claims = {}, context: TokenContext = {}) {
  const trust: KnownTrust = { name: 't', issuer, subject: stored, audiences: [] }
  return subjectCauses(pairOf(trust, presentedToken({}, { iss: issuer, sub, ...claims }), context))
}

const codes = (...input: Parameters<typeof causes>) => causes(...input).map(({ code }) => code)
const flow = 'octo-org/flows/.github/workflows/ci.yml'

test.each([
  ['repo:contoso/shop:environment:Prod', 'repo:contoso/shop:environment:prod', ['subject-case']],
  [
    'repo:Contoso/shop:pull_request',
    'repo:contoso/shop:ref:refs/heads/x',
    ['subject-case', 'entity-other-kind'],
  ],
  [
    'repo:contoso/Shop:environment:prod',
    'repo:contoso@1/shop@2:environment:prod',
    ['subject-case', 'github-ids-expected'],
  ],
  [
    'repo:contoso/shop:ref:refs/heads/main',
    'repo:contoso/shop:environment:prod',
    ['environment-replaces-ref'],
  ],
  ['repo:contoso/shop:pull_request', 'repo:contoso/shop:environment:prod', ['environment-replaces-ref']],
  ['repo:contoso/shop:environment:prod', 'repo:contoso/shop:ref:refs/tags/v1', ['environment-not-named']],
  ['repo:contoso/shop:environment:prod', 'repo:contoso/shop:pull_request', ['environment-not-named']],
  ['repo:contoso/shop:ref:refs/heads/main', 'repo:contoso/shop:pull_request', ['entity-other-kind']],
  ['repo:contoso/shop:ref:refs/heads/v1', 'repo:contoso/shop:ref:refs/tags/v1', ['entity-other-kind']],
  ['repo:contoso/shop:ref:refs/heads/main', 'repo:contoso/shop:ref:refs/heads/a/b', ['entity-other-value']],
  ['repo:contoso/shop:environment:prod', 'repo:contoso/shop:environment:production', ['entity-other-value']],
  ['repo:contoso/shop:environment:prod', 'repo:contoso@1/shop@2:environment:prod', ['github-ids-expected']],
  ['repo:contoso@1/shop@2:environment:prod', 'repo:contoso/shop:environment:prod', ['github-names-expected']],
  ['repo:contoso@1/shop@2:environment:prod', 'repo:contoso@1/shop@3:environment:prod', ['github-other-ids']],
  ['repo:contoso@1/shop@2:environment:prod', 'repo:contoso@1/store@2:environment:prod', ['github-moved']],
  ['repo:contoso/shop:environment:prod', 'repo:fabrikam/shop:environment:prod', ['github-moved']],
  ['repo:contoso/shop:environment:prod', 'repo:contoso/store:environment:prod', ['github-other-repository']],
  [
    'repo:contoso/shop:environment:prod',
    'repo:contoso@1/store@2:environment:prod',
    ['github-moved', 'github-ids-expected'],
  ],
  ['repo:contoso/shop:environment:prod', 'repo:fabrikam/store:environment:prod', ['github-other-repository']],
  ['repo:contoso/shop:ref:refs/heads/main', 'repository_owner_id:1:repository_id:2', ['github-template']],
  [
    'repo:contoso/shop:environment:prod',
    `repo:contoso/shop:environment:prod:job_workflow_ref:${flow}@refs/heads/main`,
    ['github-template'],
  ],
  [
    `repo:contoso/shop:environment:prod:job_workflow_ref:${flow}@refs/heads/main`,
    'repo:contoso/shop:environment:prod',
    ['github-no-template'],
  ],
  ['repository_owner_id:1:repository_id:2', 'repository_id:2:repository_owner_id:1', ['github-template']],
  ['repository_owner_id:1:repository_id:2', 'repository_owner_id:1:repository_id:3', ['github-other-ids']],
  [
    `job_workflow_ref:${flow}@refs/heads/main`,
    `job_workflow_ref:${flow}@refs/tags/main`,
    ['github-workflow-ref'],
  ],
  [
    `job_workflow_ref:${flow}@refs/heads/main`,
    `job_workflow_ref:${flow}@refs/heads/dev`,
    ['github-workflow-ref'],
  ],
  [
    'job_workflow_ref:octo-org/flows/.github/workflows/.github/workflows/ci.yml@refs/heads/main',
    `job_workflow_ref:${flow}@refs/heads/main`,
    ['github-workflow-path'],
  ],
  [
    `job_workflow_ref:Octo-Org/flows/.github/workflows/ci.yml@refs/heads/main`,
    `job_workflow_ref:${flow}@refs/heads/main`,
    ['subject-case'],
  ],
  ['repo:contoso/shop:pull-request', 'repo:contoso/shop:pull_request', ['github-entity-word']],
  ['repo:contoso/shop:environment/prod', 'repo:contoso/shop:environment:prod', ['github-entity-word']],
  ['repo:contoso/shopef:refs/heads/main', 'repo:contoso/shop:ref:refs/heads/main', ['github-grammar']],
  ['contoso/shop:ref:refs/heads/main', 'repo:contoso/shop:ref:refs/heads/main', ['github-grammar']],
  ['repo:contoso/shop:ref:refs/tags/*', 'repo:contoso/shop:ref:refs/tags/v1', ['wildcard-in-subject']],
  ['repo:contoso/*', 'repo:contoso/shop:environment:prod', ['wildcard-in-subject']],
  ['repo:contoso/shop:ref:refs/tags/v?', 'repo:contoso/shop:ref:refs/tags/v1', ['wildcard-in-subject']],
  ['repo:contoso/shop:environment:prod ', 'repo:contoso/shop:environment:prod', ['subject-white-space']],
  ['repo:contoso/shop:environment:prod\u200b', 'repo:contoso/shop:environment:prod', ['subject-white-space']],
  ['"repo:contoso/shop:environment:prod"', 'repo:contoso/shop:environment:prod', ['subject-form']],
  ['repo:${{ github.repository }}:environment:prod', 'repo:contoso/shop:environment:prod', ['subject-form']],
  ['repo:contoso/shop:environment:prod', '', ['subject-differs']],
])('GitHub: %s stored, %s presented: %j', (stored, presented, wanted) => {
  expect(codes(github, stored, presented)).toEqual(wanted)
})

test.each([
  [
    'system:serviceaccount:shop:api',
    'system:serviceaccount:shop:web',
    ['kubernetes-other-account'],
    'service account web',
  ],
  [
    'system:serviceaccount:shop:api',
    'system:serviceaccount:dev:api',
    ['kubernetes-other-account'],
    'namespace dev',
  ],
  [
    'system:serviceaccount:shop:api',
    'system:serviceaccount:shop:default',
    ['kubernetes-other-account'],
    'names no service account',
  ],
  [
    'system:serviceaccount:shop:api',
    'system:serviceaccount:keda:keda-operator',
    ['kubernetes-operator'],
    'keda-operator',
  ],
  ['system:serviceaccount:shop:API', 'system:serviceaccount:shop:api', ['subject-case'], 'letter case'],
  [
    'system:serviceaccount:shop/api',
    'system:serviceaccount:shop:api',
    ['kubernetes-grammar'],
    'system:serviceaccount:NAMESPACE:NAME',
  ],
])('Kubernetes: %s stored, %s presented: %j', (stored, presented, wanted, word) => {
  const found = causes(cluster, stored, presented)
  expect(found.map(({ code }) => code)).toEqual(wanted)
  expect(`${found[0]?.text} ${found[0]?.fix}`).toContain(word)
})

test('a stored template beside the default subject of a token is not in force', () => {
  const found = codes(
    github,
    'repository_owner_id:1:repository_id:2',
    'repo:contoso/shop:ref:refs/heads/main',
  )
  expect(found).toEqual(['github-no-template'])
})

const eid1 = (tenantPart: string, rest: string) => `/eid1/c/pub/t/${tenantPart}/a/${rest}`
const own = 'Ti0cP2tafUyOnwobLD1OXw'
const ado = `rISbSSETf0KqFyZ8ppdXmA/sc/${tenant}/${tenant}`

test.each([
  ['sc://contoso/shop/azure', 'sc://fabrikam/shop/azure', 'connection-renamed', 'organization “fabrikam”'],
  ['sc://contoso/shop/azure', 'sc://contoso/store/azure', 'connection-renamed', 'project “store”'],
  ['sc://contoso/shop/azure', 'sc://contoso/shop/prod', 'connection-renamed', 'service connection “prod”'],
  ['sc://contoso/shop/azure', 'sc://fabrikam/store/prod', 'connection-differs', 'another service connection'],
  ['sc://Contoso/shop/azure', 'sc://contoso/shop/azure', 'subject-case', 'letter case'],
  ['sc://contoso/shop/azure', eid1(own, ado), 'connection-differs', 'by IDs'],
  ['sc://contoso/shop/azure', 'p://contoso/shop/build', 'connection-differs', 'pipeline'],
  [eid1(tenant, ado), eid1(own, ado), 'eid1-encoding', 'base64url'],
  [eid1('Ti0cP2tafUyOnwobLD1OXw==', ado), eid1(own, ado), 'eid1-encoding', 'base64url'],
  [eid1('PxwtTlprTH2OnwobLD1OXw', ado), eid1(own, ado), 'eid1-encoding', 'base64url'],
  [eid1('9ExAW52n_ky4ZiS_jhpJIQ', ado), eid1(own, ado), 'eid1-other-tenant', tenant],
  [eid1(own, '9ExAW52n_ky4ZiS_jhpJIQ/x'), eid1(own, ado), 'eid1-form', 'another calling product'],
  [eid1(own, `${ado}0`), eid1(own, ado), 'connection-differs', 'service connection'],
  [
    eid1(own, '9ExAW52n_ky4ZiS_jhpJIQ/x'),
    eid1(own, '9ExAW52n_ky4ZiS_jhpJIQ/y'),
    'generated-differs',
    'last part',
  ],
  ['/eid1/c/pub', eid1(own, ado), 'eid1-form', 'not whole'],
])('Microsoft’s callers: %s stored, %s presented: %s', (stored, presented, code, word) => {
  const found = causes(entra, stored, presented)
  expect(found.map((cause) => cause.code)).toEqual([code])
  expect(`${found[0]?.text} ${found[0]?.evidence}`).toContain(word)
})

const [client, principal] = ['2a7d9e30-1f4b-4c6d-8a25-e3b7c9d1f046', '9be41c07-5d28-4f3a-b6e9-70c8d2a4f153']

test.each([
  [{ azp: client }, {}, 'certain'],
  [{}, { knownIdentities: [{ clientId: client, principalId: principal, name: 'id-shop' }] }, 'certain'],
  [{}, {}, 'likely'],
])('the client ID of a managed identity is no subject (%j, %j)', (claims, context, certainty) => {
  expect(causes(entra, client, principal, claims, context)).toMatchObject([
    { code: 'client-id-kind', certainty },
  ])
})

test('two GUIDs of an issuer that is not Entra are no IDs of an identity', () => {
  expect(codes('https://id.contoso.com', client, principal)).toEqual(['subject-differs'])
})

const run = (phase: string, workspace = 'prod') =>
  `organization:contoso:project:shop:workspace:${workspace}:run_phase:${phase}`

test.each([
  ['https://app.terraform.io', run('apply'), run('plan'), ['entity-other-value']],
  ['https://app.terraform.io', run('plan'), run('plan', 'dev'), ['subject-differs']],
  ['https://app.terraform.io', run('plan', 'Dev'), run('plan', 'dev'), ['subject-case']],
  ['https://app.terraform.io', 'organization:contoso', run('plan'), ['subject-form']],
  [
    'https://gitlab.com',
    'project_path:a/b:ref_type:branch:ref:main',
    'project_path:a/b:ref_type:tag:ref:v1',
    ['entity-other-value'],
  ],
  [
    'https://gitlab.com',
    'project_path:a/b:ref_type:branch:ref:main',
    'project_path:a/c:ref_type:branch:ref:main',
    ['gitlab-moved'],
  ],
  [
    'https://gitlab.com',
    'project_path:a/b:ref_type:branch:ref:main',
    'project_path:c/d:ref_type:branch:ref:main',
    ['subject-differs'],
  ],
  ['https://id.contoso.com', 'batch/One', 'batch/one', ['subject-case']],
  ['https://id.contoso.com', 'batch/One/x', 'batch/one/y', ['subject-case', 'subject-differs']],
  ['https://id.contoso.com', 'repo:contoso/shop:pull_request', 'spiffe://contoso/a', ['subject-form']],
  ['https://id.contoso.com', 'repo:contoso/shop:pull_request', 'auth0|1', ['issuer-other-platform']],
  ['https://id.contoso.com', 'workload/a', 'service/b', ['subject-differs']],
])('%s: %s stored, %s presented: %j', (issuer, stored, presented, wanted) => {
  expect(codes(issuer, stored, presented)).toEqual(wanted)
})

const expression = (value: string): KnownTrust => ({
  name: 'f',
  issuer: github,
  subject: null,
  claimsMatchingExpression: { value, languageVersion: 1 },
  audiences: [],
})
const any = "claims['sub'] matches 'repo:contoso/shop:ref:refs/heads/*'"

test.each([
  [any, 'repo:contoso/shop:ref:refs/heads/a', []],
  [any, 'repo:contoso/shop:ref:refs/tags/a', ['expression-not-matched']],
  [
    `${any} and claims['repository_id'] eq '7'`,
    'repo:contoso/shop:ref:refs/heads/a',
    ['expression-not-matched'],
  ],
  ["claims['sub'] eq 'repo:Contoso/shop:pull_request'", 'repo:contoso/shop:pull_request', ['subject-case']],
  ['not an expression', 'repo:contoso/shop:pull_request', []],
])('the expression %s beside %s: %j', (value, sub, wanted) => {
  const pair = pairOf(expression(value), presentedToken({}, { iss: github, sub }), {})
  expect(subjectCauses(pair).map(({ code }) => code)).toEqual(wanted)
})

test('what started a run is named where the token says it', () => {
  const [cause] = causes(github, 'repo:contoso/shop:pull_request', 'repo:contoso/shop:ref:refs/heads/x', {
    event_name: 'workflow_dispatch',
  })
  expect(cause?.text).toContain('workflow_dispatch')
})
