import { expect, test } from 'vitest'
import { understandPaste } from '../index.ts'

const guid = '11111111-2222-3333-4444-555555555555'
const understand = (text: string) => understandPaste(text, { cloud: 'public' })
const notesOf = (text: string) => {
  const reading = understand(text)
  const inner = reading.kind === 'several' ? reading.readings.flatMap(({ notes }) => notes) : []
  return [...reading.notes, ...inner].map(({ code }) => code)
}

const login = `      - uses: azure/login@v2
        with:
          client-id: ${guid}
          tenant-id: \${{ secrets.AZURE_TENANT_ID }}
          subscription-id: \${{ vars.SUB }}`
const workflow = (on: string, job: string, top = 'permissions:\n  id-token: write\n') =>
  `name: Deploy\non:${on}\n${top}jobs:\n  deploy:\n    runs-on: ubuntu-latest\n${job}    steps:\n      - uses: actions/checkout@v4\n${login}\n`

const files: readonly (readonly [string, string, object])[] = [
  [
    'a job with an environment',
    workflow(' push', '    environment: production\n'),
    {
      kind: 'workload',
      presetId: 'github-actions',
      fields: { entity: 'environment', environment: 'production' },
      missing: ['owner', 'repository'],
      parent: { kind: 'either', clientId: guid },
    },
  ],
  [
    'an environment with an address',
    workflow(' push', '    environment:\n      name: staging\n      url: https://x\n'),
    { fields: { environment: 'staging' } },
  ],
  [
    'an environment by matrix',
    workflow(
      ' push',
      '    strategy:\n      matrix:\n        env: [dev, prod]\n    environment: ${{ matrix.env }}\n',
    ),
    { kind: 'several', readings: [{ fields: { environment: 'dev' } }, { fields: { environment: 'prod' } }] },
  ],
  [
    'an environment by choice',
    workflow(
      '\n  workflow_dispatch:\n    inputs:\n      to:\n        type: choice\n        options: [test, live]',
      '    environment: ${{ inputs.to }}\n',
    ),
    { readings: [{ fields: { environment: 'test' } }, { fields: { environment: 'live' } }] },
  ],
  [
    'an environment by expression',
    workflow(' push', "    environment: ${{ github.ref_name == 'main' && 'a' || 'b' }}\n"),
    {
      fields: { entity: 'environment' },
      missing: ['owner', 'repository', 'environment'],
      notes: [{ code: 'computed' }],
    },
  ],
  [
    'a push to one branch',
    workflow('\n  push:\n    branches: [main]', ''),
    { kind: 'workload', fields: { entity: 'branch', branch: 'main' } },
  ],
  [
    'branches and pull requests',
    workflow('\n  push:\n    branches: [main, release]\n  pull_request:', ''),
    {
      readings: [
        { fields: { branch: 'main' } },
        { fields: { branch: 'release' } },
        { fields: { entity: 'pull-request' } },
      ],
    },
  ],
  [
    'a pattern of branches',
    workflow("\n  push:\n    branches: ['release/**']", ''),
    { fields: { entity: 'branch' }, missing: ['owner', 'repository', 'branch'] },
  ],
  ['a tag', workflow('\n  push:\n    tags: [v1]', ''), { fields: { entity: 'tag', tag: 'v1' } }],
  ['a list of triggers', workflow(' [pull_request]', ''), { fields: { entity: 'pull-request' } }],
  ['a step alone', '- uses: azure/login@v2\n  with:\n    client-id: x\n', { presetId: 'github-actions' }],
  [
    'a job that calls another workflow',
    'on: push\njobs:\n  call:\n    uses: contoso/workflows/.github/workflows/deploy.yml@main\n    permissions:\n      id-token: write\n',
    { presetId: 'github-actions', notes: [{ code: 'reusable-workflow' }, { code: 'pattern' }] },
  ],
  [
    'a pipeline of GitLab',
    `deploy:\n  id_tokens:\n    AZURE_TOKEN:\n      aud: api://AzureADTokenExchange\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n  script:\n    - az login\n`,
    {
      presetId: 'gitlab',
      fields: { refType: 'branch', ref: 'main' },
      audience: 'api://AzureADTokenExchange',
    },
  ],
  [
    'a pipeline of GitLab for two refs',
    'stages: [a]\ndeploy:\n  id_tokens:\n    T:\n      aud: https://gitlab.com\n  only:\n    - main\n    - tags\n  script: [x]\n',
    { kind: 'several', readings: [{ fields: { ref: 'main' } }, { fields: { refType: 'tag' } }] },
  ],
  [
    'a pipeline of GitLab without tokens',
    'stages: [a]\ndeploy:\n  script:\n    - x\n',
    { presetId: 'gitlab', notes: [{ code: 'id-token-permission' }] },
  ],
  [
    'a pipeline of Azure DevOps',
    "trigger: [main]\npool:\n  vmImage: ubuntu-latest\nsteps:\n  - task: AzureCLI@2\n    inputs:\n      azureSubscription: 'azure-production'\n",
    { presetId: 'azure-devops', fields: { connection: 'azure-production' } },
  ],
  [
    'stages of Azure DevOps with two connections',
    'stages:\n- stage: a\n  jobs:\n  - job: x\n    steps:\n    - task: AzureCLI@2\n      inputs: { azureSubscription: one }\n    - task: AzurePowerShell@5\n      inputs: { azureSubscription: two }\n',
    { kind: 'several', readings: [{ fields: { connection: 'one' } }, { fields: { connection: 'two' } }] },
  ],
  [
    'a service account',
    `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: api\n  namespace: shop\n  annotations:\n    azure.workload.identity/client-id: ${guid}\n`,
    {
      presetId: 'kubernetes',
      fields: { namespace: 'shop', serviceAccount: 'api' },
      missing: ['issuer'],
      parent: { kind: 'either', clientId: guid },
    },
  ],
  [
    'a service account from kubectl as JSON',
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'api', namespace: 'shop' },
    }),
    { presetId: 'kubernetes', fields: { namespace: 'shop', serviceAccount: 'api' } },
  ],
  [
    'a list from kubectl',
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: ['a', 'b'].map((name) => ({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name, namespace: 'shop' },
      })),
    }),
    { kind: 'several', readings: [{ fields: { serviceAccount: 'a' } }, { fields: { serviceAccount: 'b' } }] },
  ],
  [
    'a deployment',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      serviceAccountName: api\n',
    { presetId: 'kubernetes', fields: { namespace: 'shop', serviceAccount: 'api' } },
  ],
  [
    'a timed job',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: x\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          serviceAccountName: night\n',
    { fields: { serviceAccount: 'night' }, missing: ['issuer', 'namespace'] },
  ],
  [
    'a credential of Azure Service Operator',
    'apiVersion: managedidentity.azure.com/v1api20230131\nkind: FederatedIdentityCredential\nmetadata:\n  name: gh-main\nspec:\n  owner:\n    name: id-pay-api\n  issuer: https://token.actions.githubusercontent.com\n  subject: repo:contoso/pay-api:pull_request\n  audiences:\n    - api://AzureADTokenExchange\n',
    {
      kind: 'credential',
      presetId: 'github-actions',
      drafts: [{ name: 'gh-main', parent: { identityName: 'id-pay-api' } }],
    },
  ],
  [
    'Pulumi YAML',
    'resources:\n  fic:\n    type: azure-native:managedidentity:FederatedIdentityCredential\n    properties:\n      federatedIdentityCredentialResourceName: gh-main\n      issuer: https://gitlab.com\n      subject: project_path:contoso/a:ref_type:branch:ref:main\n      audiences: [api://AzureADTokenExchange]\n',
    { kind: 'credential', presetId: 'gitlab', drafts: [{ name: 'gh-main' }] },
  ],
  [
    'a pipeline of Harness',
    'pipeline:\n  identifier: deploy\n  projectIdentifier: shop\n  orgIdentifier: default\n',
    { presetId: 'harness', fields: { project: 'shop', pipeline: 'deploy' } },
  ],
  [
    'a project of Pulumi',
    'name: shop\nruntime: nodejs\n',
    { presetId: 'pulumi-deployments', fields: { project: 'shop' } },
  ],
  [
    'a file of CircleCI',
    'version: 2.1\njobs:\n  build:\n    docker: []\n',
    { kind: 'nothing', presetId: 'circleci' },
  ],
  [
    'a file of Bitbucket',
    'pipelines:\n  default:\n    - step:\n        oidc: true\n',
    { kind: 'nothing', presetId: 'bitbucket' },
  ],
  [
    'a file of Buildkite',
    'steps:\n  - label: x\n    command: make\n',
    { kind: 'nothing', presetId: 'buildkite' },
  ],
  [
    'a file of Semaphore',
    'version: v1.0\nblocks:\n  - name: x\n',
    { kind: 'nothing', presetId: 'semaphore' },
  ],
  ['a Jenkinsfile', 'pipeline {\n  agent any\n}\n', { kind: 'nothing', presetId: 'jenkins' }],
  [
    'a kubeconfig',
    'apiVersion: v1\nkind: Config\nclusters: []\nusers: []\n',
    { kind: 'nothing', presetId: 'kubernetes' },
  ],
  [
    'a template of Helm',
    'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {{ .Values.name }}\n  namespace: {{- .x }}\n',
    { kind: 'nothing', presetId: 'kubernetes' },
  ],
]

test.each(files)('%s is understood', (_name, text, expected) => {
  expect(understand(text)).toMatchObject(expected)
})

test.each([
  ['id-token-permission', workflow(' push', '', '')],
  [
    'no-azure-login',
    'on: push\npermissions: { id-token: write }\njobs:\n  a:\n    runs-on: x\n    steps: []\n',
  ],
  [
    'uses-secret',
    'on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: azure/login@v1\n        with:\n          creds: ${{ secrets.AZURE_CREDENTIALS }}\n',
  ],
  [
    'audience-differs',
    workflow(' push', '').replace(
      '          client-id',
      '          audience: https://fabrikam.com\n          client-id',
    ),
  ],
  ['reusable-workflow', workflow('\n  workflow_call:', '')],
  ['no-client-id', 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: api\n'],
  ['no-namespace', 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: api\n'],
  ['no-use-label', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  serviceAccountName: api\n'],
  ['audience-differs', 'a:\n  id_tokens:\n    T:\n      aud: https://gitlab.com\n  script: [x]\n'],
  ['audience-missing', 'a:\n  id_tokens:\n    T:\n      aud: $AUD\n  script: [x]\n'],
])('the note %s is given', (code, text) => {
  expect(notesOf(text)).toContain(code)
})

test('pods under one service account are one answer, with the client ID of the account', () => {
  const text = `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: api, namespace: shop, annotations: { azure.workload.identity/client-id: "${guid}" } }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: shop, labels: { azure.workload.identity/use: "true" } }\nspec: { serviceAccountName: api }\n`
  expect(understand(text)).toMatchObject({ kind: 'workload', parent: { clientId: guid } })
  expect(notesOf(text)).toEqual(['read-issuer'])
})
