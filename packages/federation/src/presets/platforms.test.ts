import { expect, test } from 'vitest'
import { compileTrust, type PresetId, recognise } from '../index.ts'

type Fields = Readonly<Record<string, string>>
const id1 = '11111111-2222-3333-4444-555555555555'
const id2 = '22222222-3333-4444-5555-666666666666'
const id3 = '33333333-4444-5555-6666-777777777777'
const circle = { organizationId: id1, projectId: id2, userId: id3 }
const terraform = { host: 'app.eu.terraform.io', organization: 'contoso', project: 'Default Project' }
const lift = { account: 'contoso', space: 'root', stack: 'vpc' }
const harness = {
  account: 'AbCdEfGh1234567890',
  organization: 'default',
  project: 'shop',
  pipeline: 'deploy',
}
const octopus = { host: 'contoso.octopus.app', space: 'default', tenancy: 'untenanted' }
const user = `org/${id1}/project/${id2}/user/${id3}`

const cases: readonly (readonly [PresetId, Fields, string, string, string])[] = [
  ['circleci', circle, `https://oidc.circleci.com/org/${id1}`, user, 'api://AzureADTokenExchange'],
  ['circleci', { ...circle, obtainedBy: 'variable' }, `https://oidc.circleci.com/org/${id1}`, user, id1],
  [
    'circleci',
    { ...circle, issuerKind: 'root' },
    'https://oidc.circleci.com',
    user,
    'api://AzureADTokenExchange',
  ],
  [
    'circleci',
    {
      ...circle,
      format: 'v2',
      origin: 'github.com/contoso/shop',
      ref: 'refs/heads/main',
      obtainedBy: 'variable',
    },
    `https://oidc.circleci.com/org/${id1}`,
    `${user}/vcs-origin/github.com/contoso/shop/vcs-ref/refs/heads/main`,
    id1,
  ],
  [
    'hcp-terraform',
    { ...terraform, kind: 'module', module: 'network' },
    'https://app.eu.terraform.io',
    'organization:contoso:module:network:operation:test_run',
    'api://AzureADTokenExchange',
  ],
  [
    'hcp-terraform',
    { ...terraform, kind: 'stack', stack: 'shop', stackEnd: 'deployment:prod:operation:plan' },
    'https://app.eu.terraform.io',
    'organization:contoso:project:Default Project:stack:shop:deployment:prod:operation:plan',
    'api://AzureADTokenExchange',
  ],
  [
    'spacelift',
    { ...lift, caller: 'module', moduleRun: 'testing-write' },
    'https://contoso.app.spacelift.io',
    'space:root:module:vpc:run_type:TESTING:scope:write',
    'contoso.app.spacelift.io',
  ],
  [
    'spacelift',
    { ...lift, hosting: 'self-hosted', host: 'lift.contoso.com', run: 'task-write' },
    'https://lift.contoso.com',
    'space:root:stack:vpc:run_type:TASK:scope:write',
    'lift.contoso.com',
  ],
  [
    'harness',
    { ...harness, format: 'pipeline', cluster: 'prod-3' },
    `https://app3.harness.io/ng/api/oidc/account/${harness.account}`,
    `account/${harness.account}:org/default:project/shop:pipeline/deploy`,
    'api://AzureADTokenExchange',
  ],
  [
    'harness',
    { ...harness, format: 'account-scope', cluster: 'prod-2' },
    `https://app.harness.io/gratis/ng/api/oidc/account/${harness.account}`,
    `account/${harness.account}:org/:project/`,
    'api://AzureADTokenExchange',
  ],
  [
    'octopus-deploy',
    { ...octopus, purpose: 'health', target: 'shop-web' },
    'https://contoso.octopus.app',
    'space:default:target:shop-web',
    'api://AzureADTokenExchange',
  ],
  [
    'octopus-deploy',
    { ...octopus, purpose: 'feed', feed: 'registry' },
    'https://contoso.octopus.app',
    'space:default:feed:registry',
    'api://AzureADTokenExchange',
  ],
  [
    'octopus-deploy',
    { ...octopus, purpose: 'account-test', account: 'azure' },
    'https://contoso.octopus.app',
    'space:default:account:azure',
    'api://AzureADTokenExchange',
  ],
  [
    'jenkins',
    {
      root: 'ci.contoso.com/jenkins',
      job: 'shop/job/deploy/job/main',
      credentials: 'folder',
      folder: 'shop',
    },
    'https://ci.contoso.com/jenkins/oidc/job/shop',
    'https://ci.contoso.com/jenkins/job/shop/job/deploy/job/main/',
    'api://AzureADTokenExchange',
  ],
  [
    'gitlab',
    { host: 'gitlab.com', names: 'components', components: 'project_id=1, ref=main, ref_protected=true' },
    'https://gitlab.com',
    'project_id:1:ref:main:ref_protected:true',
    'api://AzureADTokenExchange',
  ],
  [
    'azure-devops',
    { format: 'entra', tenantId: id1, organizationId: id2, connectionId: id3 },
    `https://login.microsoftonline.com/${id1}/v2.0`,
    `/eid1/c/pub/t/ERERESIiMzNERFVVVVVVVQ/a/rISbSSETf0KqFyZ8ppdXmA/sc/${id2}/${id3}`,
    'api://AzureADTokenExchange',
  ],
  [
    'openshift',
    {
      issuer: 'https://contosooidc.blob.core.windows.net/shop',
      namespace: 'openshift-image-registry',
      serviceAccount: 'registry',
      purpose: 'operator',
    },
    'https://contosooidc.blob.core.windows.net/shop',
    'system:serviceaccount:openshift-image-registry:registry',
    'openshift',
  ],
  [
    'aws',
    { issuerId: id1, account: '123456789012', role: 'ci/deploy', principal: 'user' },
    `https://${id1}.tokens.sts.global.api.aws`,
    'arn:aws:iam::123456789012:user/ci/deploy',
    'api://AzureADTokenExchange',
  ],
  [
    'keycloak',
    { host: 'id.contoso.com', realm: 'shop', userId: id1, path: 'auth' },
    'https://id.contoso.com/auth/realms/shop',
    id1,
    'api://AzureADTokenExchange',
  ],
  [
    'pulumi-esc',
    { organization: 'contoso', environment: 'prod' },
    'https://api.pulumi.com/oidc',
    'pulumi:environments:org:contoso:env:prod',
    'contoso',
  ],
  [
    'pulumi-esc',
    { organization: 'contoso', environment: 'shop/prod' },
    'https://api.pulumi.com/oidc',
    'pulumi:environments:org:contoso:env:shop/prod',
    'azure:contoso',
  ],
  [
    'teamcity',
    { host: 'tc.contoso.com', project: 'project7', buildType: 'bt42', extra: 'trigger', trigger: 'user' },
    'https://tc.contoso.com',
    'project:project7:build_type:bt42:trigger_type:user',
    'api://AzureADTokenExchange',
  ],
]

test.each(cases)('%s %j is %s, %s, %s, and is read back', (id, fields, issuer, subject, audience) => {
  const { trusts } = compileTrust(id, fields)
  expect(trusts).toMatchObject([{ issuer, subject, audiences: [audience] }])
  const read = recognise({ issuer, subject, audiences: [audience] })
  expect(read?.presetId).toBe(id)
  expect(compileTrust(id, read?.fields).trusts).toMatchObject([{ issuer, subject, audiences: [audience] }])
})

test('a module of Spacelift needs two trusts', () => {
  const { trusts } = compileTrust('spacelift', { ...lift, caller: 'module', moduleRun: 'all' })
  expect(trusts.map(({ subject }) => subject)).toEqual([
    'space:root:module:vpc:run_type:TESTING:scope:read',
    'space:root:module:vpc:run_type:TESTING:scope:write',
  ])
})

const eid1 = `/eid1/c/pub/t/ERERESIiMzNERFVVVVVVVQ/a/m1WPnYRZpEaQKq1Cceg--g/abc`
const entra = `https://login.microsoftonline.com/${id1}/v2.0`

const refused: readonly (readonly [PresetId, string, Fields])[] = [
  ['copilot-studio', 'issuer', { issuer: `${entra}/`, subject: eid1 }],
  ['copilot-studio', 'issuer', { issuer: 'https://sts.windows.net/x/', subject: eid1 }],
  ['copilot-studio', 'subject', { issuer: entra, subject: '/eid1/c/pub/t/x' }],
  ['copilot-studio', 'subject', { issuer: entra.replace(id1, id2), subject: eid1 }],
  ['bot-service', 'subject', { issuer: entra, subject: eid1 }],
  ['buddy', 'issuer', { issuer: 'https://oidc.fabrikam.com', subject: 'x' }],
  ['chainguard', 'subject', { issuer: 'https://issuer.enforce.dev', subject: 'x*' }],
  ['langsmith', 'subject', { issuer: 'https://api.smith.langchain.com', subject: '' }],
  ['gitlab', 'components', { host: 'gitlab.com', names: 'components', components: 'ref=main' }],
  [
    'gitlab',
    'components',
    { host: 'gitlab.com', names: 'components', components: 'project_id=1, colour=red' },
  ],
  ['gitlab', 'components', { host: 'gitlab.com', names: 'components', components: 'project_id=1, ref=a*' }],
  ['hcp-terraform', 'stackEnd', { ...terraform, kind: 'stack', stack: 'shop' }],
  ['hcp-terraform', 'module', { ...terraform, kind: 'module', module: 'a:b' }],
  [
    'azure-devops',
    'project',
    { format: 'devops', organizationId: id1, organization: 'o', project: 'a/b', connection: 'c' },
  ],
  ['jenkins', 'root', { root: 'https://ci.contoso.com', job: 'deploy' }],
  ['pulumi-esc', 'environment', { organization: 'contoso', environment: 'default/prod' }],
  ['google-cloud', 'uniqueId', { uniqueId: 'ci@contoso.iam.gserviceaccount.com' }],
  [
    'circleci',
    'origin',
    { ...circle, format: 'v2', origin: 'https://github.com/contoso/shop', ref: 'refs/heads/main' },
  ],
  ['circleci', 'ref', { ...circle, format: 'v2', origin: 'github.com/contoso/shop', ref: 'main' }],
  ['harness', 'pipeline', { ...harness, format: 'pipeline', pipeline: '' }],
]

test.each(refused)('%s refuses %s in %j', (id, field, fields) => {
  expect(compileTrust(id, fields)).toMatchObject({ trusts: [], warnings: [{ code: 'field-refused', field }] })
})

const ib = `https://ib.oic.prod-aks.azure.com/${id1}/${id2}`

const remarks: readonly (readonly [PresetId, Fields, string])[] = [
  ['kubernetes', { issuer: ib, namespace: 'shop', serviceAccount: 'api' }, 'managed-by-platform'],
  ['aks', { issuer: ib, namespace: 'shop', serviceAccount: 'api' }, 'managed-by-platform'],
  ['scalr', { account: 'contoso', environment: 'prod*' }, 'wildcard'],
  ['hcp-terraform', { ...terraform, workspace: 'network', phase: 'plan' }, 'further-subjects'],
  ['google-cloud', { uniqueId: '1234567890123456' }, 'unusual-value'],
  ['vercel', { team: 'contoso', mode: 'team', project: 'shop', environment: 'preview' }, 'wide-reach'],
  [
    'crossplane',
    {
      issuer: 'https://oidc.contoso.com',
      namespace: 'crossplane-system',
      serviceAccount: 'provider-azure-0123456789ab',
    },
    'short-lived-subject',
  ],
  ['bitbucket', { workspace: 'contoso', subject: `{${id1}}:{${id2}}` }, 'subject-unpredictable'],
  ['buildkite', { claim: 'queue_id', id: id1 }, 'not-default-subject'],
  ['harness', { ...harness, format: 'account' }, 'format-unsure'],
]

test.each(remarks)('%s %j is remarked on: %s', (id, fields, code) => {
  expect(compileTrust(id, fields).warnings.map((warning) => warning.code)).toContain(code)
})
