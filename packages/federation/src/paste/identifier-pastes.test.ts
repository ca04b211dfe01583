import { expect, test } from 'vitest'
import { understandPaste } from '../index.ts'

const guid = '11111111-2222-3333-4444-555555555555'
const identity = `/subscriptions/${guid}/resourceGroups/rg-pay/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pay-api`
const cluster = `/subscriptions/${guid}/resourceGroups/rg-pay/providers/Microsoft.ContainerService/managedClusters/shop`
const parent = {
  kind: 'managedIdentity',
  subscriptionId: guid,
  resourceGroup: 'rg-pay',
  identityName: 'id-pay-api',
}

const pastes: readonly (readonly [string, object])[] = [
  [identity, { kind: 'identity', parent }],
  [identity.slice(1), { kind: 'identity', parent }],
  [identity.replace('resourceGroups', 'resourcegroups').toLowerCase(), { kind: 'identity', parent }],
  [`${identity}/federatedIdentityCredentials/gh-main`, { kind: 'identity', parent, trustName: 'gh-main' }],
  [`${identity}?api-version=2024-11-30`, { kind: 'identity', parent }],
  [`https://management.azure.com${identity}?api-version=2024-11-30`, { kind: 'identity', parent }],
  [`https://portal.azure.com/#@contoso.com/resource${identity}/overview`, { kind: 'identity', parent }],
  [
    `https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${guid}`,
    { kind: 'identity', parent: { kind: 'application', appId: guid } },
  ],
  [guid, { kind: 'identity', parent: { kind: 'either', clientId: guid } }],
  [`{${guid}}`, { kind: 'identity', parent: { kind: 'either', clientId: guid } }],
  [
    cluster,
    {
      kind: 'cluster',
      presetId: 'aks',
      cluster: { name: 'shop', resourceGroup: 'rg-pay', subscriptionId: guid },
    },
  ],
  [`https://portal.azure.com/#@contoso.com/resource${cluster}`, { kind: 'cluster', presetId: 'aks' }],
  [
    cluster.replace('Microsoft.ContainerService/managedClusters', 'Microsoft.Kubernetes/connectedClusters'),
    { kind: 'cluster', presetId: 'azure-arc' },
  ],
  [
    'arn:aws:eks:eu-west-1:123456789012:cluster/shop',
    {
      kind: 'cluster',
      presetId: 'eks',
      cluster: { name: 'shop', region: 'eu-west-1', account: '123456789012' },
    },
  ],
  [
    'arn:aws:iam::123456789012:role/pay/deploy',
    { presetId: 'aws', fields: { account: '123456789012', role: 'pay/deploy', principal: 'role' } },
  ],
  ['arn:aws:iam::123456789012:user/dana', { presetId: 'aws', fields: { role: 'dana', principal: 'user' } }],
  ['arn:aws:sts::123456789012:assumed-role/deploy/session', { presetId: 'aws', fields: { role: 'deploy' } }],
  ['104928374650192837465', { presetId: 'google-cloud', fields: { uniqueId: '104928374650192837465' } }],
  ['deploy@contoso.iam.gserviceaccount.com', { presetId: 'google-cloud', missing: ['uniqueId'] }],
  ['projects/contoso/locations/europe-west1/clusters/shop', { presetId: 'gke', fields: { cluster: 'shop' } }],
  ['gke_contoso_europe-west1_shop', { presetId: 'gke', fields: { project: 'contoso', cluster: 'shop' } }],
  [
    'spiffe://contoso.com/ns/shop/sa/api',
    {
      presetId: 'spiffe',
      fields: { trustDomain: 'contoso.com', path: '/ns/shop/sa/api' },
      missing: ['issuer'],
    },
  ],
  [
    'repo:contoso/pay-api:ref:refs/heads/main',
    {
      presetId: 'github-actions',
      fields: { owner: 'contoso', repository: 'pay-api', branch: 'main' },
      missing: [],
    },
  ],
  [
    'repo:contoso@1/pay-api@2:pull_request',
    { presetId: 'github-actions', fields: { identifiers: 'ids', ownerId: '1', entity: 'pull-request' } },
  ],
  [
    'repository_owner:contoso:repository_visibility:private',
    { presetId: 'github-actions', fields: { entity: 'keys' } },
  ],
  [
    'system:serviceaccount:shop:api',
    { presetId: 'kubernetes', fields: { namespace: 'shop', serviceAccount: 'api' }, missing: ['issuer'] },
  ],
  [
    'project_path:contoso/pay-api:ref_type:branch:ref:main',
    { presetId: 'gitlab', fields: { host: 'gitlab.com', project: 'contoso/pay-api', ref: 'main' } },
  ],
  [
    'project_id:57382910:ref_type:tag:ref:v1',
    { presetId: 'gitlab', fields: { projectId: '57382910', refType: 'tag' } },
  ],
  [
    'organization:contoso:project:Default Project:workspace:network:run_phase:apply',
    { presetId: 'hcp-terraform', fields: { project: 'Default Project', phase: 'apply' } },
  ],
  [
    'sc://contoso/My Shop/azure-production',
    {
      presetId: 'azure-devops',
      fields: { format: 'devops', project: 'My Shop', connection: 'azure-production' },
    },
  ],
  [
    '/eid1/c/pub/t/MyIRAFVEd2aImaq7zN3u_w/a/rISbSSETf0KqFyZ8ppdXmA/sc/22222222-3333-4444-5555-666666666666/33333333-4444-5555-6666-777777777777',
    {
      presetId: 'azure-devops',
      fields: { format: 'entra', tenantId: '00112233-4455-6677-8899-aabbccddeeff' },
    },
  ],
  [`org/${guid}/project/${guid}/user/${guid}`, { presetId: 'circleci', fields: { organizationId: guid } }],
  ['owner:contoso:project:shop:environment:preview', { presetId: 'vercel', fields: { team: 'contoso' } }],
  [
    'pulumi:deploy:org:contoso:project:shop:stack:prod:operation:update:scope:write',
    { presetId: 'pulumi-deployments', fields: { operation: 'update' } },
  ],
  [
    'pulumi:environments:org:contoso:env:shop/prod',
    { presetId: 'pulumi-esc', fields: { environment: 'shop/prod' } },
  ],
  [
    'account:contoso:environment:prod',
    { presetId: 'scalr', fields: { account: 'contoso', environment: 'prod' } },
  ],
  [
    'space:root:stack:network:run_type:TRACKED:scope:read',
    { presetId: 'spacelift', fields: { space: 'root', stack: 'network' }, missing: ['account', 'run'] },
  ],
  [
    "claims['sub'] matches 'repo:contoso/*'",
    {
      kind: 'credential',
      drafts: [{ issuer: null, claimsMatchingExpression: "claims['sub'] matches 'repo:contoso/*'" }],
    },
  ],
]

test.each(pastes)('%s is understood', (paste, expected) => {
  expect(understandPaste(paste, { cloud: 'public' })).toMatchObject(expected)
})

test('a subject of Entra gets the issuer of the cloud', () => {
  const subject = '/eid1/c/pub/t/MyIRAFVEd2aImaq7zN3u_w/a/rISbSSETf0KqFyZ8ppdXmA/sc/a/b'
  expect(understandPaste(subject, { cloud: 'china' }).notes[0]?.text).toContain(
    'login.partner.microsoftonline.cn',
  )
})

test('a cluster of Azure never gets an invented issuer', () => {
  const reading = understandPaste(cluster, { cloud: 'public' })
  expect(reading).toHaveProperty('fields', {})
  expect(reading).toHaveProperty('notes.0.code', 'read-issuer')
  expect(JSON.stringify(reading)).not.toContain('prod-aks')
})

test('several lines are several readings, and what is unknown is counted', () => {
  const paste = 'https://github.com/contoso/a\nhttps://github.com/contoso/b\n\nsomething else entirely'
  expect(understandPaste(paste, { cloud: 'public' })).toMatchObject({
    kind: 'several',
    readings: [{ fields: { repository: 'a' } }, { fields: { repository: 'b' } }],
    notes: [{ code: 'left-out' }],
  })
})

test.each([
  `/subscriptions/${guid}`,
  `/subscriptions/${guid}/resourceGroups/rg-pay`,
  `/subscriptions/${guid}/resourceGroups/rg-pay/providers/Microsoft.Web/sites/shop`,
])('%s holds no trusts, and the answer names what does', (paste) => {
  expect(understandPaste(paste, { cloud: 'public' })).toMatchObject({
    kind: 'nothing',
    whatToDo: expect.stringMatching(/managed identit/),
  })
})

test.each([
  [
    'https://gitlab.com\nproject_path:contoso/a:ref_type:branch:ref:main',
    { presetId: 'gitlab', missing: [] },
  ],
  [
    `https://login.microsoftonline.com/00112233-4455-6677-8899-aabbccddeeff/v2.0\n/eid1/c/pub/t/MyIRAFVEd2aImaq7zN3u_w/a/rISbSSETf0KqFyZ8ppdXmA/sc/${guid}/${guid}`,
    { presetId: 'azure-devops', fields: { connectionId: guid }, missing: [] },
  ],
  ['https://oidc.contoso.com/\n\nsystem:serviceaccount:shop:api', { presetId: 'kubernetes', missing: [] }],
  [
    'see https://github.com/contoso/pay-api, it is ours.',
    { presetId: 'github-actions', notes: [{ code: 'left-out' }] },
  ],
])('%j is one workload', (paste, expected) => {
  expect(understandPaste(paste, { cloud: 'public' })).toMatchObject({ kind: 'workload', ...expected })
})

test.each([
  [
    "AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/a:pull_request'.",
    'AADSTS700213',
    { subject: 'repo:contoso/a:pull_request' },
  ],
  [
    "AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: 'https://gitlab.com'. Assertion Subject: 'x'. Assertion Audience: 'y'.",
    'AADSTS70021',
    { issuer: 'https://gitlab.com', subject: 'x', audience: 'y' },
  ],
  [
    "AADSTS7002137: No match. Please make sure the federated identity credential Subject is '/eid1/c/pub/t/a/b'.",
    'AADSTS7002137',
    { wantedSubject: '/eid1/c/pub/t/a/b' },
  ],
  [
    `AADSTS700016: Application with identifier '${guid}' was not found in the directory 'Contoso'.`,
    'AADSTS700016',
    { clientId: guid },
  ],
  [
    JSON.stringify({
      error: 'invalid_client',
      error_description: 'AADSTS70025: none.',
      error_codes: [70025],
    }),
    'AADSTS70025',
    {},
  ],
  [
    JSON.stringify({
      error: {
        code: 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
        message: 'Too many',
      },
    }),
    'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity',
    {},
  ],
  ['Error: : No subscriptions found for ***.', 'NoSubscriptionsFound', {}],
  ['Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable', 'IdTokenPermissionMissing', {}],
  ['(AuthorizationFailed) The client does not have authorization', 'AuthorizationFailed', {}],
  [
    `issuer - https://gitlab.com\nsubject claim - s\n2026-01-01T00:00:00.1Z Error: AADSTS700212: audience 'a'`,
    'AADSTS700212',
    { issuer: 'https://gitlab.com', subject: 's' },
  ],
])('the error in %j goes to the doctor', (paste, code, quoted) => {
  expect(understandPaste(paste, { cloud: 'public' })).toMatchObject({ kind: 'error', code, quoted })
})

test.each([
  ['', /nothing in it/],
  [' \n\t ', /nothing in it/],
  ['\u200b\ufeff', /nothing in it/],
  ['x'.repeat(60_001), /longer than/],
  ['circleci', /name of a platform/],
  ['dana@contoso.com', /name of a person/],
  ['api://AzureADTokenExchange', /the audience/],
  ['.github/workflows/deploy.yml', /path of a file/],
  ['<?xml version="1.0"?><a/>', /XML/],
  ['<!doctype html><p>', /web page/],
  ['ssh-ed25519 AAAAC3Nza dana', /SSH key/],
  ['-----BEGIN CERTIFICATE-----\nMII', /certificate/],
  ['FROM node:24\nRUN npm ci\n', /Dockerfile/],
  ['{"dependencies":{}}', /package\.json/],
  ['{"a":1}', /This JSON/],
  ['{"keys":[]}', /signing keys/],
  ['resource "azurerm_resource_group" "x" {}', /Terraform without/],
  ["resource x 'Microsoft.Web/sites@2024-01-01' = {}", /Bicep without/],
  ['1234 5678', /numbers alone/],
  ['please make a trust for us', /a sentence/],
  ['\u0001\u0002', /not a text/],
])('%j is nothing, with a guess', (paste, why) => {
  const reading = understandPaste(paste, { cloud: 'public' })
  expect(reading.kind === 'nothing' ? reading.why : '').toMatch(why)
})

test.each([
  ['  https://github.com/contoso/pay-api  ', /white space/],
  ['https://github.com/con\u200btoso/pay-api', /invisible/],
  ['```\nhttps://github.com/contoso/pay-api\n```', /code fence/],
  ['> https://github.com/contoso/pay-api\n> ', /quote marks of a mail/],
  ['<https://github.com/contoso/pay-api>', /marks/],
  ['`https://github.com/contoso/pay-api`', /marks/],
  ['“https://github.com/contoso/pay-api”', /marks/],
  ['[ours](https://github.com/contoso/pay-api)', /marks/],
  ['$ git clone https://github.com/contoso/pay-api', /prompts/],
])('%j is cleaned, and says of what', (paste, words) => {
  const reading = understandPaste(paste, { cloud: 'public' })
  expect(reading).toMatchObject({ kind: 'workload', fields: { owner: 'contoso', repository: 'pay-api' } })
  expect(reading.notes.find(({ code }) => code === 'cleaned')?.text).toMatch(words)
})

test('a line break at the end is not worth a note', () => {
  expect(understandPaste('https://github.com/contoso/pay-api\n', { cloud: 'public' }).notes).toEqual([])
})
