import { expect, test } from 'vitest'
import { aksIssuer, entraIssuer, rightCluster, rightTrust, tenant } from '../testing/said.ts'
import type { CauseFamily } from './cause.ts'
import { checkTrust } from './check-trust.ts'
import { compareToken } from './compare-token.ts'
import type { CheckContext } from './draft-view.ts'

const github = rightTrust.issuer
const organization = '6b2f0c1d-8e3a-4f57-9a64-1c2d3e4f5a6b'
const devops = `https://vstoken.dev.azure.com/${organization}`
const eks = 'https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF'
const pod = 'system:serviceaccount:shop:api'
const main = 'repo:octo-org/shop:ref:refs/heads/main'

/** Values as people store them, beside those of the collected cases. */
test.each<readonly [CauseFamily, string, string] | readonly [CauseFamily, string, string, CheckContext]>([
  ['issuer', aksIssuer.slice(0, -1), pod],
  ['issuer', github, main, { facts: { github: { enterpriseSlug: 'contoso-ent' } } }],
  ['issuer', `${github}/contoso-ent/`, main],
  ['issuer', entraIssuer, 'sc://contoso/shop/azure-prod'],
  ['issuer', 'https://vstoken.dev.azure.com/contoso', 'sc://contoso/shop/azure-prod'],
  ['issuer', `${devops}/`, 'sc://contoso/shop/azure-prod'],
  ['issuer', 'http://token.actions.githubusercontent.com', main],
  ['issuer', 'token.actions.githubusercontent.com', main],
  ['issuer', `${github}/.well-known/openid-configuration`, main],
  ['issuer', 'https://github.com/octo-org/shop', main],
  ['issuer', 'https://Token.actions.githubusercontent.com', main],
  ['issuer', `${github} `, main],
  ['issuer', 'https://app.terraform.io/', 'organization:contoso:project:p:workspace:w:run_phase:plan'],
  ['issuer', 'https://gitlab.com/', 'project_path:contoso/shop:ref_type:branch:ref:main'],
  ['issuer', github, 'project_path:contoso/shop:ref_type:branch:ref:main'],
  ['issuer', `${eks}/`, pod],
  ['issuer', 'https://accounts.google.com/', '112633961854638529490'],
  ['issuer', `https://sts.windows.net/${tenant}/`, '9be41c07-5d28-4f3a-b6e9-70c8d2a4f153'],
  ['issuer', '${azurerm_kubernetes_cluster.aks.oidc_issuer_url}', pod],
  ['subject_entity', github, 'repo:octo-org/shop:pull-request'],
  ['subject_entity', github, 'repo:octo-org/shop:ref:refs/pull/12/merge'],
  ['subject_case', github, 'repo:octo-org/shop:Environment:prod'],
  ['subject_format', github, 'repo:octo-org/shop:branch:main'],
  ['subject_format', github, 'octo-org/shop:ref:refs/heads/main'],
  ['subject_format', github, 'repo:https://github.com/octo-org/shop:ref:refs/heads/main'],
  ['subject_format', github, ` ${main}`],
  ['subject_format', github, 'repo:octo-org@shop/123@456:ref:refs/heads/main'],
  [
    'subject_format',
    github,
    main,
    { facts: { github: { useImmutableSubject: true, subClaimPrefix: 'repo:octo-org@1/shop@2' } } },
  ],
  ['wildcard', github, 'repo:octo-org/shop:*'],
  ['wildcard', aksIssuer, 'system:serviceaccount:shop:*'],
  ['wildcard', 'https://gitlab.com', 'project_path:contoso/*:ref_type:branch:ref:main'],
  ['kubernetes_subject', aksIssuer, 'system:serviceaccount:shop/api'],
  ['kubernetes_subject', aksIssuer, 'system:serviceaccount:api'],
  ['kubernetes_subject', aksIssuer, 'system:serviceaccounts:shop:api'],
  ['kubernetes_subject', aksIssuer, 'serviceaccount:shop:api'],
  ['generated_subject', devops, 'sc://contoso/shop'],
  ['generated_subject', devops, 'contoso/shop/azure-prod'],
])('%s is first where %s and %s are stored', (family, issuer, subject, context = {}) => {
  const [first] = checkTrust({ ...rightTrust, issuer, subject }, context).causes
  expect([first?.family, first?.severity === 'info']).toEqual([family, false])
})

/** Claims beside a trust that they do not fit. */
test.each<
  readonly [
    family: CauseFamily,
    trust: { readonly issuer: string; readonly subject: string },
    claims: Readonly<Record<string, unknown>>,
  ]
>([
  ['issuer', rightCluster, { iss: aksIssuer.replace('7c0de1a2', '8c0de1a2') }],
  ['issuer', rightTrust, { iss: `${github}/contoso-ent` }],
  [
    'issuer',
    { issuer: devops, subject: 'sc://contoso/shop/azure-prod' },
    { iss: entraIssuer, sub: '/eid1/c/pub/t/a/a/b/sc/c' },
  ],
  ['subject_case', rightTrust, { sub: 'repo:octo-org/Shop:environment:production' }],
  ['subject_case', { issuer: devops, subject: 'sc://contoso/shop/prod' }, { sub: 'sc://contoso/Shop/prod' }],
  ['subject_entity', rightTrust, { sub: 'repo:octo-org/shop:ref:refs/tags/v1.0' }],
  ['subject_entity', rightTrust, { sub: 'repo:octo-org/shop:pull_request' }],
  ['subject_format', rightTrust, { sub: 'repo:octo-org@1/shop@2:environment:production' }],
  ['subject_format', rightTrust, { sub: 'repository_owner:octo-org:environment:production' }],
  ['subject_format', rightTrust, { sub: 'repo:octo-org/shop-api:environment:production' }],
  ['kubernetes_subject', rightCluster, { sub: 'system:serviceaccount:default:api' }],
  ['kubernetes_subject', rightCluster, { sub: 'system:serviceaccount:shop:default' }],
  ['audience', rightTrust, { aud: 'https://github.com/octo-org' }],
  ['audience', rightTrust, { aud: 'api://azureadtokenexchange' }],
  ['audience', rightCluster, { aud: ['https://kubernetes.default.svc'] }],
  ['audience', rightTrust, { aud: 'sts.amazonaws.com' }],
])('%s is first between %j and a token with %j', (family, trust, changed) => {
  const stored = { ...rightTrust, ...trust }
  const claims = { iss: stored.issuer, sub: stored.subject, aud: stored.audiences[0], ...changed }
  const [first] = compareToken({ header: { alg: 'RS256', kid: 'k1' }, claims }, [stored]).causes
  expect(first?.family).toBe(family)
})

test.each([
  ['AADSTS700238', 'tenant_policy'],
  ['AADSTS700213', 'propagation'],
  ['AADSTS70025: The client has no configured federated identity credentials.', 'propagation'],
  ['AADSTS53003: Access has been blocked', 'tenant_policy'],
  ['AADSTS900382', 'tenant_policy'],
])('of a token that fits and is refused with %s, %s is first', (rejectedWith, family) => {
  const claims = { iss: rightTrust.issuer, sub: rightTrust.subject, aud: rightTrust.audiences[0] }
  const { causes } = compareToken({ header: { alg: 'RS256', kid: 'k1' }, claims }, [rightTrust], {
    rejectedWith,
  })
  expect(causes[0]?.family).toBe(family)
})

test('the trust of the same repository is nearer than that of the same environment', () => {
  const named = (name: string, subject: string) => ({ ...rightTrust, name, subject })
  const trusts = [
    named('other', 'repo:contoso/partner-sync:environment:prod'),
    named('same', 'repo:contoso/pay-api:environment:dev'),
  ]
  const claims = { iss: rightTrust.issuer, sub: 'repo:contoso/pay-api:environment:prod' }
  const { nearest } = compareToken({ claims }, trusts)
  expect(nearest.map(({ trust }) => trust.name)).toEqual(['same', 'other'])
})
