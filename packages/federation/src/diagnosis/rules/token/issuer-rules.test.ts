import { expect, test } from 'vitest'
import { pairOf } from '../../claims/pair.ts'
import { presentedInLog, presentedToken } from '../../claims/presented.ts'
import { issuerCauses } from './issuer-rules.ts'

const github = 'https://token.actions.githubusercontent.com'
const tenant = '3f1c2d4e-5a6b-4c7d-8e9f-0a1b2c3d4e5f'
const other = '7c0de1a2-4b5f-4d6e-8a91-b2c3d4e5f607'
const aks = (cluster: string) => `https://eastus.oic.prod-aks.azure.com/${tenant}/${cluster}/`
const entra = `https://login.microsoftonline.com/${tenant}/v2.0`
const devops = `https://vstoken.dev.azure.com/${tenant}`

const pair = (issuer: string, iss: string, subject = 'repo:contoso/shop:pull_request') =>
  pairOf({ issuer, subject, audiences: [] }, presentedToken({}, { iss, sub: subject }), {})

test.each([
  [`${github}/`, github, 'issuer-slash', 'Remove the trailing slash'],
  [`${github}//`, github, 'issuer-slash', 'too many'],
  [aks(other).slice(0, -1), aks(other), 'issuer-slash', 'Add the trailing slash'],
  ['https://Token.actions.githubusercontent.com', github, 'issuer-case', 'T should be t'],
  [
    'https://oidc.eks.eu-west-1.amazonaws.com/id/abc',
    'https://oidc.eks.eu-west-1.amazonaws.com/id/ABC',
    'issuer-case',
    'letter case',
  ],
  [` ${github}`, github, 'issuer-white-space', 'white space'],
  [`${github}\u200b`, github, 'issuer-white-space', 'unseen'],
  [`${github}/.well-known/openid-configuration`, github, 'issuer-discovery-address', 'discovery'],
  ['token.actions.githubusercontent.com', github, 'issuer-not-an-issuer', 'https://'],
  ['http://token.actions.githubusercontent.com', github, 'issuer-not-an-issuer', 'http://'],
  [`"${github}"`, github, 'issuer-not-an-issuer', 'quotes'],
  ['https://ci.contoso.com//oidc', 'https://ci.contoso.com/oidc', 'issuer-empty-segment', 'two slashes'],
  ['https://ci.contoso.com:8443/oidc', 'https://ci.contoso.com/oidc', 'issuer-shape', 'port'],
  [aks(other), 'https://kubernetes.default.svc.cluster.local', 'issuer-in-cluster', 'service-account-issuer'],
  [aks(other), 'https://10.0.0.1:6443', 'issuer-in-cluster', 'not public'],
  [aks(other), 'kubernetes/serviceaccount', 'issuer-in-cluster', 'not public'],
  [devops, entra, 'issuer-other-platform', 'Entra issuer'],
  [entra, devops, 'issuer-other-platform', 'newer connections'],
  [devops, 'https://app.vstoken.visualstudio.com', 'issuer-pipeline-token', 'pipeline token'],
  [devops, `https://vstoken.dev.azure.com/${other}`, 'issuer-differs', 'organization'],
  [`https://login.microsoftonline.com/common/v2.0`, entra, 'issuer-common', 'tenant GUID'],
  [`https://login.microsoftonline.com/organizations/v2.0`, entra, 'issuer-common', 'tenant GUID'],
  [`https://login.microsoftonline.com/${other}/v2.0`, entra, 'issuer-other-tenant', other],
  [`https://sts.windows.net/${tenant}/`, entra, 'issuer-entra-version', 'v1.0'],
  [`https://login.microsoftonline.com/${tenant}`, entra, 'issuer-entra-version', '/v2.0'],
  [entra, `https://sts.windows.net/${tenant}/`, 'issuer-entra-version', 'audience'],
  [
    `https://login.microsoftonline.us/${tenant}/v2.0`,
    entra,
    'issuer-other-platform',
    'login.microsoftonline.us',
  ],
  [github, `${github}/octo`, 'issuer-differs', 'enterprise slug “octo”'],
  [`${github}/octo`, github, 'issuer-differs', 'enterprise slug “octo”'],
  [github, 'https://token.actions.contoso.ghe.com', 'issuer-differs', 'GHE.com'],
  [github, 'https://git.contoso.com/_services/token', 'issuer-differs', 'Enterprise Server'],
  [aks(other), aks(tenant), 'issuer-other-cluster', 'az aks show'],
  [
    'https://container.googleapis.com/v1/projects/p/locations/l/clusters/a',
    aks(tenant),
    'issuer-other-cluster',
    'another cluster',
  ],
  ['https://app.terraform.io', 'https://app.eu.terraform.io', 'issuer-differs', 'region'],
  ['https://gitlab.com', github, 'issuer-other-platform', 'GitHub'],
  ['https://id.contoso.com/a', 'https://id.contoso.com/b', 'issuer-differs', 'another path'],
  ['https://id.contoso.com', 'https://id.fabrikam.com', 'issuer-differs', 'no trust of this identity'],
  ['https://id.contoso.com', '', 'issuer-differs', '(iss)'],
])('the stored issuer %s beside %s of a token is %s', (stored, presented, code, word) => {
  const subject = /vstoken|microsoftonline|windows/.test(stored + presented)
    ? 'sc://contoso/shop/azure'
    : undefined
  const [cause, ...rest] = issuerCauses(pair(stored, presented, subject))
  expect(rest).toEqual([])
  expect(cause).toMatchObject({ code, severity: 'block', field: 'issuer' })
  expect(`${cause?.text} ${cause?.evidence} ${cause?.fix}`).toContain(word)
})

test.each([github, aks(other), entra, devops, 'https://kubernetes.default.svc.cluster.local'])(
  'the issuer %s is not blamed when the token has it too',
  (issuer) => {
    expect(issuerCauses(pair(issuer, issuer))).toEqual([])
  },
)

test.each([
  [entra, `https://login.microsoftonline.com/${other}/v2.0`, 'issuer-other-tenant'],
  [`https://sts.windows.net/${tenant}/`, entra, 'issuer-entra-version'],
])(
  'issuers of Entra beside the subject of a managed identity are none of Azure DevOps (%s)',
  (a, b, code) => {
    expect(issuerCauses(pair(a, b, other)).map((cause) => cause.code)).toEqual([code])
  },
)

const logged = (issuer: string, shown: string) =>
  issuerCauses(pairOf({ issuer, subject: 'x', audiences: [] }, presentedInLog({ issuer: shown }), {}))

test.each([
  [github, 'likely'],
  ['https://ci.contoso.com', 'possible'],
])('a slash that a log alone shows behind %s is uncertain', (issuer, certainty) => {
  const [cause] = logged(issuer, `${issuer}/`)
  expect(cause).toMatchObject({ code: 'issuer-copied-slash', severity: 'warn', certainty })
  expect(cause).not.toHaveProperty('action')
})

test.each([
  [`${github}/`, github],
  [aks(other).slice(0, -1), aks(other)],
])('a slash is no artefact of copying where the trust or the platform has it (%s)', (stored, shown) => {
  expect(logged(stored, shown).map(({ code }) => code)).toEqual(['issuer-slash'])
})

test('a slash that the token itself carries is no artefact', () => {
  expect(issuerCauses(pair('https://ci.contoso.com', 'https://ci.contoso.com/'))[0]?.code).toBe(
    'issuer-slash',
  )
})

test('the fix of a spelling is the issuer of the token; a trust for another cluster is made beside', () => {
  expect(issuerCauses(pair(`${github}/`, github))[0]?.action).toEqual({
    kind: 'set',
    field: 'issuer',
    value: github,
  })
  expect(issuerCauses(pair(aks(other), aks(tenant)))[0]?.action).toMatchObject({
    kind: 'create',
    issuer: aks(tenant),
  })
})

test('a cluster in reach that has the issuer is named', () => {
  const context = { facts: { aks: { clusterIssuers: [aks(tenant)] } } }
  const found = pairOf(
    { issuer: aks(other), subject: 'a' },
    presentedToken({}, { iss: aks(tenant), sub: 'a' }),
    context,
  )
  expect(issuerCauses(found)[0]?.evidence).toContain('in your reach')
})
