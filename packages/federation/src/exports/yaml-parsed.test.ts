import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import * as z from 'zod'
import {
  cloudNames,
  compileTrust,
  defaultAudience,
  exportTrust,
  presets,
  type ExportContext,
} from '../index.ts'
import { context, nastySubjects, nastyTrusts, withSubject } from '../testing/export-context.ts'

/** Every document of a file as YAML 1.2 reads it, without a warning. */
function readYaml(text: string): readonly unknown[] {
  const documents = parseAllDocuments(text, { strict: true, prettyErrors: true })
  const said = documents.flatMap((document) => [...document.errors, ...document.warnings])
  expect(said).toEqual([])
  return documents.map((document): unknown => document.toJS())
}

const repository = 'repo:contoso/pay-api'
const login = {
  'client-id': 'client-1',
  'tenant-id': 'tenant-1',
  'subscription-id': context.subscriptionId,
}
const Workflow = z.object({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.object({
    deploy: z.object({
      'runs-on': z.string(),
      environment: z.string().optional(),
      steps: z.array(
        z.object({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() }),
      ),
    }),
  }),
})

function workflowOf(given: ExportContext) {
  const { text, filename } = exportTrust('github-workflow', given)
  const [workflow] = readYaml(text)
  return { ...Workflow.parse(workflow), filename, text }
}

test.each(nastySubjects.filter((name) => !/[\n:]/.test(name)))(
  'the workflow names the environment %j to the character',
  (environment) => {
    const { jobs, permissions } = workflowOf(withSubject(`${repository}:environment:${environment}`))
    const name = jobs.deploy.environment?.replaceAll("${{ '${{' }}", '${{')
    expect(name).toBe(environment)
    expect(permissions).toEqual({ 'id-token': 'write', contents: 'read' })
    expect(jobs.deploy.steps[0]).toEqual({ uses: 'azure/login@v3', with: login })
  },
)

test.each([
  [`${repository}:ref:refs/heads/main`, { push: { branches: ['main'] } }],
  [`${repository}:ref:refs/heads/it's#1`, { push: { branches: ["it's#1"] } }],
  [`${repository}:ref:refs/tags/v1+2`, { push: { tags: ['v1\\+2'] } }],
  [`${repository}:pull_request`, { pull_request: null }],
  [`${repository}:environment:prod`, { workflow_dispatch: null }],
  [`${repository}:environment:prod:ref:refs/heads/main`, { push: { branches: ['main'] } }],
  [`${repository}:event_name:pull_request`, { pull_request: null }],
  [`${repository}:pull_request:actor:mona`, { pull_request: null }],
  ['repository_id:1:ref:refs/tags/v1', { push: { tags: ['v1'] } }],
  ['something else', { workflow_dispatch: null }],
])('the workflow of %s starts on %j', (subject, on) => {
  expect(workflowOf(withSubject(subject)).on).toEqual(on)
})

test.each([
  [`${repository}:environment:prod:actor:mona`, 'prod', ['# The token matches only where actor is mona.']],
  [
    'repository_owner:contoso:environment:a b',
    'a b',
    ['# The token matches only where repository_owner is contoso.'],
  ],
  [
    'repository_id:1:event_name:schedule:ref:refs/heads/main',
    undefined,
    [
      '# The token matches only where repository_id is 1.',
      '# The token matches only where event_name is schedule.',
      '# The token matches only where ref is refs/heads/main.',
    ],
  ],
  [
    `${repository}:ref:refs/heads/main:actor:mona`,
    undefined,
    ['# The token matches only where actor is mona.'],
  ],
])(
  'a custom template %s keeps its environment and says what no line decides',
  (subject, environment, said) => {
    const { jobs, text } = workflowOf(withSubject(subject))
    expect(jobs.deploy.environment).toBe(environment)
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toEqual(said)
  },
)

test('a template with a workflow of another repository gives that workflow, and the job that calls it', () => {
  const file = 'contoso/workflows/.github/workflows/deploy.yml'
  const { on, filename, text } = workflowOf(
    withSubject(`${repository}:job_workflow_ref:${file}@refs/heads/main`),
  )
  expect(on).toEqual({ workflow_call: null })
  expect(filename).toBe('.github/workflows/deploy.yml')
  const said = text.split('\n').filter((line) => line.startsWith('# '))
  expect(
    readYaml(
      said
        .slice(1)
        .map((line) => line.slice(2))
        .join('\n'),
    ),
  ).toEqual([{ deploy: { permissions: { 'id-token': 'write', contents: 'read' }, uses: `${file}@main` } }])
})

test('a template with a workflow of its own repository gives that file, and its name', () => {
  const file = 'Contoso/pay-api/.github/workflows/ship.yml'
  const { on, filename, name } = workflowOf(
    withSubject(`${repository}:workflow:Ship it! #1:job_workflow_ref:${file}@refs/heads/main`),
  )
  expect({ on, filename, name }).toEqual({
    on: { push: { branches: ['main'] } },
    filename: '.github/workflows/ship.yml',
    name: 'Ship it! #1',
  })
})

test.each(cloudNames)('the workflow signs in to the cloud %s and asks for its audience', (cloud) => {
  const trust = { ...context.trust, audiences: [defaultAudience(cloud)] }
  const { jobs } = workflowOf({ ...context, trust, cloud })
  const audience = defaultAudience(cloud)
  expect(jobs.deploy.steps[0]?.with).toEqual({
    ...login,
    ...{
      public: {},
      usgov: { environment: 'azureusgovernment', audience },
      china: { environment: 'azurechinacloud', audience },
    }[cloud],
  })
})

const hosts = {
  public: 'https://login.microsoftonline.com/',
  usgov: 'https://login.microsoftonline.us/',
  china: 'https://login.partner.microsoftonline.cn/',
}

test.each(cloudNames)('the manifest has account, label, token and login for the cloud %s', (cloud) => {
  const audiences = [`it's "${defaultAudience(cloud)}" #1`]
  const trust = { ...context.trust, subject: 'system:serviceaccount:null:1.5', audiences }
  const [account, pod] = readYaml(exportTrust('kubernetes-manifest', { ...context, trust, cloud }).text)
  expect(account).toEqual({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: '1.5',
      namespace: 'null',
      annotations: {
        'azure.workload.identity/client-id': 'client-1',
        'azure.workload.identity/tenant-id': 'tenant-1',
      },
    },
  })
  expect(pod).toMatchObject({
    metadata: { namespace: 'null', labels: { 'azure.workload.identity/use': 'true' } },
    spec: {
      serviceAccountName: '1.5',
      containers: [
        {
          env: expect.arrayContaining([{ name: 'AZURE_AUTHORITY_HOST', value: hosts[cloud] }]),
          command: [
            '/bin/sh',
            '-c',
            expect.stringMatching(
              cloud === 'public' ? /^az login / : /^az cloud set --name Azure\w+ && az login /,
            ),
          ],
        },
      ],
      volumes: [
        { projected: { sources: [{ serviceAccountToken: { path: 'token', audience: audiences[0] } }] } },
      ],
    },
  })
})

const yamlSnippets = presets.flatMap((preset) => {
  const example = Object.fromEntries(
    Object.entries(preset.fieldGuides).map(([key, guide]) => [key, guide.example]),
  )
  return compileTrust(preset.id, example).snippet?.language === 'yaml' ? [[preset.id, example] as const] : []
})

test.each(yamlSnippets)('the snippet of %s is YAML in every cloud, whatever the audience', (id, example) => {
  for (const cloud of cloudNames) {
    for (const audience of [undefined, ...nastyTrusts.map(({ subject }) => subject ?? '')]) {
      const options = { cloud, clientId: 'it’s: #1', ...(audience === undefined ? {} : { audience }) }
      expect(readYaml(compileTrust(id, example, options).snippet?.text ?? '').length).toBeGreaterThan(0)
    }
  }
})

test('over five platforms are told in YAML', () => {
  expect(yamlSnippets.map(([id]) => id)).toEqual(
    expect.arrayContaining([
      'github-actions',
      'gitlab',
      'azure-devops',
      'codefresh',
      'harness',
      'kubernetes',
    ]),
  )
})
