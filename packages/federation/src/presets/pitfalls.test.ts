import { expect, test } from 'vitest'
import { cloudNames, compileTrust, presetById, type PresetId } from '../index.ts'

/** The example of every field, with some of them changed. */
function exampleOf(id: PresetId, change: Readonly<Record<string, string>> = {}) {
  const { fieldGuides } = presetById(id)
  const example = Object.entries(fieldGuides).map(([key, guide]) => [key, guide.example] as const)
  return { ...Object.fromEntries(example), ...change }
}

const powerPlatform = exampleOf('power-platform')['subject'] ?? ''

test.each([
  ['circleci', {}, 'any-branch', 'info'],
  ['circleci', { obtainedBy: 'variable', issuerKind: 'root' }, 'issuer-shape', 'warn'],
  ['pulumi-deployments', { operation: 'update' }, 'further-subjects', 'info'],
  ['octopus-deploy', {}, 'format-unsure', 'info'],
  ['teamcity', {}, 'audience-at-platform', 'info'],
  ['semaphore', { refType: 'tag' }, 'unusual-value', 'warn'],
  ['semaphore', { ref: 'refs/tags/v1' }, 'unusual-value', 'warn'],
  ['power-platform', { subject: `${powerPlatform},O=Contoso` }, 'format-unsure', 'warn'],
  ['power-platform', { subject: `${powerPlatform}é` }, 'format-unsure', 'warn'],
  [
    'github-actions',
    {
      entity: 'template',
      template: 'repo, job_workflow_ref=Contoso/w/.github/workflows/d.yml@refs/heads/main',
    },
    'unusual-value',
    'info',
  ],
] as const)('%s with %j warns of %s', (id, change, code, severity) => {
  const { trusts, warnings } = compileTrust(id, exampleOf(id, change))
  expect(trusts.length).toBeGreaterThan(0)
  expect(warnings).toContainEqual(expect.objectContaining({ code, severity }))
})

test.each([
  ['circleci', { format: 'v2' }, 'any-branch'],
  ['circleci', { obtainedBy: 'variable' }, 'issuer-shape'],
  ['pulumi-deployments', {}, 'further-subjects'],
  ['octopus-deploy', { purpose: 'feed' }, 'further-subjects'],
  ['semaphore', { refType: 'tag', ref: 'refs/tags/v1' }, 'unusual-value'],
  ['semaphore', { refType: 'pr', ref: 'refs/pull/1/head' }, 'unusual-value'],
  ['power-platform', { subject: `${powerPlatform} O=Contoso` }, 'format-unsure'],
  ['github-actions', { entity: 'template' }, 'unusual-value'],
] as const)('%s with %j does not warn of %s', (id, change, code) => {
  const { trusts, warnings } = compileTrust(id, exampleOf(id, change))
  expect(trusts.length).toBeGreaterThan(0)
  expect(warnings.map((warning) => warning.code)).not.toContain(code)
})

test.each([
  ['jenkins', 'job', 'shop/deploy', null],
  ['jenkins', 'job', 'job/deploy', null],
  ['jenkins', 'job', '/shop', null],
  ['jenkins', 'job', 'a', 'https://jenkins.contoso.com/job/a/'],
  ['jenkins', 'job', 'a/job/feature%2Fx', 'https://jenkins.contoso.com/job/a/job/feature%2Fx/'],
  ['spiffe', 'path', '/ns/../sa', null],
  ['spiffe', 'path', '/.', null],
  ['spiffe', 'path', '/.../x', 'spiffe://contoso.com/.../x'],
] as const)('%s with the %s %j has the subject %j', (id, field, value, subject) => {
  const { trusts, warnings } = compileTrust(id, exampleOf(id, { [field]: value }))
  expect(trusts.map((trust) => trust.subject)).toEqual(subject === null ? [] : [subject])
  expect(warnings.some((warning) => warning.severity === 'block' && warning.field === field)).toBe(
    subject === null,
  )
})

test.each(['spacelift', 'semaphore', 'env-zero', 'aws-cognito'] as const)(
  '%s sends one audience alone, so another one is a block that names it',
  (id) => {
    const fields = exampleOf(id)
    const carried = compileTrust(id, fields).trusts[0]?.audiences[0]
    const { warnings } = compileTrust(id, fields, { audience: 'api://AzureADTokenExchange' })
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: 'audience-not-default',
        severity: 'block',
        fix: `Use ${carried ?? ''}.`,
      }),
    )
  },
)

const words = { public: 'public', usgov: 'usgovernment', china: 'china' }
const authorities = {
  public: 'login.microsoftonline.com',
  usgov: 'login.microsoftonline.us',
  china: 'login.partner.microsoftonline.cn',
}

test.each(cloudNames)('what a workload needs is that of the cloud %s', (cloud) => {
  const textOf = (id: PresetId) => compileTrust(id, exampleOf(id), { cloud }).snippet?.text ?? ''
  const isPublic = cloud === 'public'
  for (const id of ['hcp-terraform', 'spacelift'] as const) {
    expect(textOf(id).includes(`ARM_ENVIRONMENT=${words[cloud]}`)).toBe(!isPublic)
  }
  for (const id of ['vercel', 'managed-identity'] as const) {
    expect(textOf(id).includes(`{ authorityHost: "https://${authorities[cloud]}" }`)).toBe(!isPublic)
  }
  expect(textOf('vault').includes(' environment=Azure')).toBe(!isPublic)
  expect(textOf('harness')).toContain(authorities[cloud])
  expect(textOf('harness').includes('https://management.azure.com/.default')).toBe(isPublic)
  expect(textOf('okta')).toContain(authorities[cloud])
})

test('the token of a Cognito identity is asked for with its pool', () => {
  const text = compileTrust('aws-cognito', exampleOf('aws-cognito')).snippet?.text ?? ''
  expect(text).toContain('get-open-id-token-for-developer-identity')
  expect(text).toContain(`--identity-pool-id ${exampleOf('aws-cognito')['poolId'] ?? ''}`)
})
