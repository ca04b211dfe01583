import { expect, test } from 'vitest'
import { understandPaste, type FieldValues, type PresetId } from '../index.ts'
import { pasteHosts as hosts } from '../testing/paste-hosts.ts'
import { workloadOf } from '../testing/workload-of.ts'

const guid = '11111111-2222-3333-4444-555555555555'
const payApi = { owner: 'contoso', repository: 'pay-api' }

const pastes: readonly (readonly [string, PresetId, FieldValues])[] = [
  ['https://github.com/contoso/pay-api', 'github-actions', payApi],
  ['https://github.com/contoso/pay-api/', 'github-actions', payApi],
  ['http://www.github.com/contoso/pay-api', 'github-actions', payApi],
  ['github.com/contoso/pay-api', 'github-actions', payApi],
  ['https://github.com/contoso/pay-api.git', 'github-actions', payApi],
  ['git@github.com:contoso/pay-api.git', 'github-actions', payApi],
  ['ssh://git@github.com/contoso/pay-api.git', 'github-actions', payApi],
  ['git://github.com/contoso/pay-api.git', 'github-actions', payApi],
  ['git+https://github.com/contoso/pay-api.git', 'github-actions', payApi],
  ['https://api.github.com/repos/contoso/pay-api', 'github-actions', payApi],
  [
    'https://raw.githubusercontent.com/contoso/pay-api/main/README.md',
    'github-actions',
    { ...payApi, branch: 'main' },
  ],
  [
    'https://github.com/contoso/pay-api/tree/main',
    'github-actions',
    { ...payApi, entity: 'branch', branch: 'main' },
  ],
  [
    'https://github.com/contoso/pay-api/tree/feature/login',
    'github-actions',
    { ...payApi, branch: 'feature/login' },
  ],
  [
    'https://github.com/contoso/pay-api/blob/main/src/index.ts#L3',
    'github-actions',
    { ...payApi, branch: 'main' },
  ],
  [
    'https://github.com/contoso/pay-api/commits/refs/heads/a/b',
    'github-actions',
    { ...payApi, branch: 'a/b' },
  ],
  [
    'https://github.com/contoso/pay-api/releases/tag/v1.4.0',
    'github-actions',
    { ...payApi, entity: 'tag', tag: 'v1.4.0' },
  ],
  ['https://github.com/contoso/pay-api/pull/17', 'github-actions', { ...payApi, entity: 'pull-request' }],
  ['https://github.com/contoso/pay-api/actions', 'github-actions', payApi],
  ['https://github.com/contoso/pay-api/actions/workflows/deploy.yml', 'github-actions', payApi],
  [
    'https://github.com/contoso/pay-api/actions?query=branch%3Amain',
    'github-actions',
    { ...payApi, branch: 'main' },
  ],
  ['https://github.com/contoso/pay-api/actions/runs/123/job/456', 'github-actions', payApi],
  [
    'https://github.com/contoso/pay-api/settings/environments/12345/edit',
    'github-actions',
    { ...payApi, entity: 'environment' },
  ],
  [
    'https://github.com/contoso/pay-api/deployments/production',
    'github-actions',
    { ...payApi, environment: 'production' },
  ],
  [
    'https://github.com/contoso/pay-api/deployments/activity_log?environments_filter=a%20b',
    'github-actions',
    { ...payApi, environment: 'a b' },
  ],
  ['https://github.com/orgs/contoso/repositories', 'github-actions', { owner: 'contoso' }],
  ['https://github.com/contoso', 'github-actions', { owner: 'contoso' }],
  [
    'https://github.com/enterprises/fabrikam',
    'github-actions',
    { hosting: 'enterprise', enterprise: 'fabrikam' },
  ],
  [
    'https://fabrikam.ghe.com/contoso/pay-api',
    'github-actions',
    { ...payApi, hosting: 'ghe', subdomain: 'fabrikam' },
  ],
  [
    'https://git.contoso.com/contoso/pay-api',
    'github-actions',
    { ...payApi, hosting: 'server', serverHost: 'git.contoso.com' },
  ],
  ['git@git.contoso.com:contoso/pay-api.git', 'github-actions', { ...payApi, hosting: 'server' }],
  [
    'https://git.contoso.com/api/v3/repos/contoso/pay-api',
    'github-actions',
    { ...payApi, hosting: 'server' },
  ],
  [
    'https://github.fabrikam.com/contoso/pay-api',
    'github-actions',
    { ...payApi, serverHost: 'github.fabrikam.com' },
  ],
  ['contoso/pay-api', 'github-actions', payApi],
  ['contoso/pay-api@main', 'github-actions', { ...payApi, branch: 'main' }],
  [
    'contoso/pay-api/.github/workflows/deploy.yml@refs/heads/main',
    'github-actions',
    { ...payApi, branch: 'main' },
  ],
  [
    'https://gitlab.com/contoso/platform/pay-api',
    'gitlab',
    { host: 'gitlab.com', project: 'contoso/platform/pay-api' },
  ],
  ['git@gitlab.com:contoso/pay-api.git', 'gitlab', { project: 'contoso/pay-api' }],
  [
    'https://gitlab.com/contoso/pay-api/-/tree/main?ref_type=heads',
    'gitlab',
    { refType: 'branch', ref: 'main' },
  ],
  ['https://gitlab.com/contoso/pay-api/-/tags/v1.0', 'gitlab', { refType: 'tag', ref: 'v1.0' }],
  ['https://gitlab.com/contoso/pay-api/-/pipelines/new?ref=release', 'gitlab', { ref: 'release' }],
  ['https://gitlab.com/contoso/pay-api/-/settings/ci_cd', 'gitlab', { project: 'contoso/pay-api' }],
  ['https://gitlab.com/api/v4/projects/57382910', 'gitlab', { names: 'id', projectId: '57382910' }],
  ['https://code.contoso.com/contoso/pay-api', 'gitlab', { host: 'code.contoso.com' }],
  [
    'https://git.fabrikam.com/contoso/pay-api/-/merge_requests/3',
    'gitlab',
    { host: 'git.fabrikam.com', project: 'contoso/pay-api' },
  ],
  ['contoso/platform/pay-api', 'gitlab', { project: 'contoso/platform/pay-api' }],
  [
    'https://app.terraform.io/app/contoso/workspaces/network',
    'hcp-terraform',
    { host: 'app.terraform.io', organization: 'contoso', workspace: 'network' },
  ],
  [
    'https://app.eu.terraform.io/app/contoso/workspaces/network/runs/run-1',
    'hcp-terraform',
    { host: 'app.eu.terraform.io' },
  ],
  [
    'https://tfe.contoso.com/app/contoso/workspaces/network',
    'hcp-terraform',
    { host: 'tfe.contoso.com', workspace: 'network' },
  ],
  [
    'https://app.terraform.io/app/contoso/registry/modules/private/contoso/network/azurerm',
    'hcp-terraform',
    { kind: 'module', module: 'network' },
  ],
  [
    'https://app.terraform.io/api/v2/organizations/contoso/workspaces/network',
    'hcp-terraform',
    { workspace: 'network' },
  ],
  [
    'https://dev.azure.com/contoso/Shop/_git/pay-api',
    'azure-devops',
    { organization: 'contoso', project: 'Shop' },
  ],
  ['https://dev.azure.com/contoso/My%20Shop', 'azure-devops', { project: 'My Shop' }],
  [
    `https://dev.azure.com/contoso/Shop/_settings/adminservices?resourceId=${guid}`,
    'azure-devops',
    { connectionId: guid },
  ],
  [
    'https://contoso.visualstudio.com/DefaultCollection/Shop',
    'azure-devops',
    { organization: 'contoso', project: 'Shop' },
  ],
  [
    'git@ssh.dev.azure.com:v3/contoso/Shop/pay-api',
    'azure-devops',
    { organization: 'contoso', project: 'Shop' },
  ],
  ['https://bitbucket.org/contoso/pay-api', 'bitbucket', { workspace: 'contoso' }],
  ['https://app.circleci.com/pipelines/github/contoso/pay-api', 'circleci', {}],
  ['https://buildkite.com/contoso/pay-api', 'buildkite', {}],
  [
    'https://contoso.semaphoreci.com/projects/pay-api',
    'semaphore',
    { organization: 'contoso', repository: 'pay-api' },
  ],
  [
    'https://g.codefresh.io/pipelines/edit/workflow?id=64f7232ab698cfcb95d93cef',
    'codefresh',
    { pipeline: '64f7232ab698cfcb95d93cef' },
  ],
  [
    'https://app.harness.io/ng/account/AbCdEfGh12345/module/cd/orgs/default/projects/shop/pipelines/deploy/pipeline-studio',
    'harness',
    { account: 'AbCdEfGh12345', organization: 'default', project: 'shop', pipeline: 'deploy' },
  ],
  [
    'https://contoso.octopus.app/app#/Spaces-1/projects/shop/deployments',
    'octopus-deploy',
    { host: 'contoso.octopus.app', project: 'shop' },
  ],
  [
    'https://jenkins.contoso.com/job/shop/job/deploy/42/console',
    'jenkins',
    { root: 'jenkins.contoso.com', job: 'shop/job/deploy' },
  ],
  [
    'https://teamcity.contoso.com/buildConfiguration/Shop_Deploy',
    'teamcity',
    { host: 'teamcity.contoso.com' },
  ],
  [
    'https://contoso.app.spacelift.io/stack/shop-network',
    'spacelift',
    { account: 'contoso', caller: 'stack', stack: 'shop-network' },
  ],
  [
    'https://app.pulumi.com/contoso/shop/production',
    'pulumi-deployments',
    { organization: 'contoso', project: 'shop', stack: 'production' },
  ],
  ['https://app.pulumi.com/contoso/esc/shop/production', 'pulumi-esc', { environment: 'shop/production' }],
  ['https://contoso.scalr.io/v2/e/env-abc/workspaces', 'scalr', { account: 'contoso' }],
  ['https://vercel.com/contoso/shop-web', 'vercel', { team: 'contoso', project: 'shop-web' }],
  ['https://fly.io/apps/shop', 'fly-io', { app: 'shop' }],
  [
    'https://console.cloud.google.com/kubernetes/clusters/details/europe-west1/shop/details?project=contoso',
    'gke',
    { project: 'contoso', location: 'europe-west1', cluster: 'shop' },
  ],
  [
    'https://console.cloud.google.com/iam-admin/serviceaccounts/details/104928374650192837465?project=contoso',
    'google-cloud',
    { uniqueId: '104928374650192837465' },
  ],
]

test.each(pastes)('%s is understood as %s', (paste, presetId, fields) => {
  expect(workloadOf(paste)).toMatchObject({ kind: 'workload', presetId, fields, faults: [] })
})

test('what the sentence says is what a person sees', () => {
  const words = (paste: string) => {
    const reading = understandPaste(paste, { cloud: 'public', hosts })
    return reading.kind === 'nothing' ? reading.why : reading.understood
  }
  expect(words('https://github.com/contoso/pay-api/tree/main')).toBe(
    'GitHub repository contoso/pay-api, branch main',
  )
  expect(words('https://git.contoso.com/contoso/pay-api')).toBe(
    'GitHub repository contoso/pay-api on git.contoso.com',
  )
  expect(words('https://gitlab.com/contoso/pay-api')).toBe('GitLab project contoso/pay-api')
  expect(words('repo:contoso/pay-api:environment:production')).toBe(
    'GitHub repository contoso/pay-api, environment production',
  )
})

test.each([
  ['https://token.actions.githubusercontent.com/', 'issuer-slash'],
  ['https://github.com/contoso/pay-api/tree/main/src', 'ref-unsure'],
  ['https://github.fabrikam.com/contoso/pay-api', 'assumed'],
  ['contoso/pay-api', 'assumed'],
  [`https://login.microsoftonline.com/${guid}/v2.0`, 'assumed'],
  ['https://dev.azure.com/contoso/Shop', 'read-issuer'],
  ['https://github.com/contoso/pay-api/settings/environments/1/edit', 'read-id'],
])('%s comes with the note %s', (paste, code) => {
  const { notes } = understandPaste(paste, { cloud: 'public' })
  expect(notes.map((note) => note.code)).toContain(code)
})

test.each([
  'https://github.com',
  'https://github.com/settings/tokens',
  'https://gitlab.com/explore',
  'https://gitlab.com/groups/contoso/-/settings',
  'https://app.terraform.io/session',
  'https://dev.azure.com',
  'https://portal.azure.com/#home',
  'https://fabrikam.com/about',
  'https://',
  'https://github',
  'http://10.0.0.1/x',
  'https://kubernetes.default.svc.cluster.local',
])('%s is nothing to make a trust of, and says what to do', (paste) => {
  const reading = understandPaste(paste, { cloud: 'public' })
  expect(reading.kind).toBe('nothing')
  expect(reading).toHaveProperty('whatToDo', expect.stringMatching(/^[A-Z].+\.?$/))
})
