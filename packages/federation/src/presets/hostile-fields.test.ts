import { expect, test } from 'vitest'
import { compileTrust, type Cloud, presetById, type PresetId, presets } from '../index.ts'

function exampleOf(id: PresetId, change: Readonly<Record<string, string>> = {}) {
  const { fieldGuides } = presetById(id)
  const example = Object.entries(fieldGuides).map(([key, guide]) => [key, guide.example] as const)
  return { ...Object.fromEntries(example), ...change }
}

const typed = presets.flatMap(({ id, fieldGuides }) => {
  const example = exampleOf(id)
  return Object.entries(fieldGuides)
    .filter(([, { options, shownWhen }]) => {
      const asked = shownWhen === undefined || shownWhen.is.includes(example[shownWhen.field] ?? '')
      return options === undefined && asked
    })
    .map(([key]) => ({ id, key, value: example[key] ?? '' }))
})

test.each(typed)('$key of $id refuses, on itself, what nobody can see', ({ id, key, value }) => {
  for (const hidden of ['\u200b', '\u202e', '\u2066', '\u200f', '\ud800']) {
    const text = `${value.slice(0, 3)}${hidden}${value.slice(3)}`
    const { trusts, warnings } = compileTrust(id, exampleOf(id, { [key]: text }))
    expect(trusts).toEqual([])
    expect(warnings).toContainEqual(expect.objectContaining({ field: key, severity: 'block' }))
    expect(warnings.map((warning) => warning.text).join(' ')).toContain('cannot be seen')
  }
})

test.each(['プロダクション', 'إنتاج', '👩‍🚀', 'naïve'])(
  'letters of any script may stand in an environment: %s',
  (name) => {
    const fields = exampleOf('github-actions', { environment: name })
    expect(compileTrust('github-actions', fields).trusts[0]?.subject).toBe(
      `repo:contoso/pay-api:environment:${name}`,
    )
  },
)

test('names of environments in letters that a name cannot hold stay apart', () => {
  const names = ['プロダクション', 'ステージング', 'إنتاج', '🚀'].map(
    (environment) =>
      compileTrust('github-actions', exampleOf('github-actions', { environment })).trusts[0]?.name,
  )
  expect(new Set(names).size).toBe(4)
  for (const name of names) expect(name).toMatch(/^gh-pay-api-[0-9a-f]{8}$/)
})

const guid = 'AAAAAAAA-2222-3333-4444-555555555555'

test.each([
  ['aws', 'role', 'arn:aws:iam::123456789012:role/pay/deploy', 'pay/deploy'],
  ['aws', 'issuerId', `https://${guid}.tokens.sts.global.api.aws`, guid.toLowerCase()],
  ['aws', 'account', '1234-5678-9012', '123456789012'],
  ['managed-identity', 'principalId', `{${guid}}`, guid.toLowerCase()],
  ['spiffe', 'trustDomain', 'spiffe://Contoso.com/ns/x', 'contoso.com'],
  ['spiffe', 'path', 'spiffe://contoso.com/ns/x', '/ns/x'],
  ['spiffe', 'path', 'ns/x/', '/ns/x'],
  ['jenkins', 'root', 'https://Jenkins.contoso.com/ci/', 'jenkins.contoso.com/ci'],
  ['jenkins', 'job', 'https://jenkins.contoso.com/job/shop/job/My App/', 'shop/job/My%20App'],
  ['gitlab', 'host', 'https://GitLab.com/', 'gitlab.com'],
  ['gitlab', 'project', 'https://gitlab.com/contoso/pay-api/-/settings', 'contoso/pay-api'],
  ['teamcity', 'host', 'https://ci.contoso.com/teamcity/', 'ci.contoso.com/teamcity'],
  ['vercel', 'environment', 'Production', 'production'],
  ['spacelift', 'account', 'https://contoso.app.spacelift.io/', 'contoso'],
  ['pulumi-esc', 'environment', 'default/production', 'production'],
  ['auth0', 'client', 'AbCdEfGhIjKl@clients', 'AbCdEfGhIjKl'],
  [
    'eks',
    'clusterId',
    'https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789abcdef0123456789abcdef',
    '0123456789ABCDEF0123456789ABCDEF',
  ],
] as const)('%s: the %s %s is answered by what was meant, which is then taken', (id, key, wrong, meant) => {
  const { trusts, warnings } = compileTrust(id, exampleOf(id, { [key]: wrong }))
  expect(trusts).toEqual([])
  expect(warnings).toContainEqual(expect.objectContaining({ field: key, fix: `Type ${meant} here.` }))
  expect(compileTrust(id, exampleOf(id, { [key]: meant })).trusts).not.toEqual([])
})

test.each([
  ['aws', 'role', 'arn:aws:sts::123456789012:assumed-role/deploy/session', 'behind role/'],
  ['gitlab', 'host', 'gitlab.contoso.com/gitlab', 'Remove https://'],
  ['managed-identity', 'principalId', `${guid} ${guid}`, 'Copy it'],
] as const)('%s: nothing is guessed for the %s %s', (id, key, wrong, words) => {
  const { warnings } = compileTrust(id, exampleOf(id, { [key]: wrong }))
  expect(warnings.find(({ field }) => field === key)?.fix).toContain(words)
})

const aks = '11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000'

test.each([
  ['usgov', 'https://usgovvirginia.oic.prod-aks.azure.us'],
  ['china', 'https://chinanorth2.oic.prod-aks.azure.cn'],
] as const satisfies readonly (readonly [Cloud, string])[])(
  'AKS of %s has the issuer %s, with its slash',
  (cloud, host) => {
    const blocks = (issuer: string) =>
      compileTrust('aks', exampleOf('aks', { issuer }), { cloud }).warnings.filter(
        ({ severity }) => severity === 'block',
      )
    expect(blocks(`${host}/${aks}/`)).toEqual([])
    expect(blocks(`${host}/${aks}`)).toMatchObject([{ code: 'issuer-slash' }])
    expect(blocks(`${host}/x/`)).toMatchObject([{ code: 'issuer-shape' }])
  },
)

test.each([
  ['other-issuer', { subject: 'system:serviceaccount:Shop:api' }, 'unusual-value', 'block'],
  ['other-issuer', { subject: 'project:web?' }, 'unusual-value', 'warn'],
  ['other-issuer', { issuer: 'https://contoso.auth0.com' }, 'issuer-slash', 'block'],
  ['other-issuer', { issuer: 'https://169.254.169.254' }, 'issuer-not-public', 'warn'],
  [
    'other-issuer',
    { issuer: 'https://token.actions.githubusercontent.com', subject: 'environment:production' },
    'wide-reach',
    'block',
  ],
  ['other-issuer', { issuer: 'https://accounts.google.com', subject: '12345' }, 'unusual-value', 'warn'],
  ['hcp-terraform', { workspace: 'net?' }, 'unusual-value', 'warn'],
  ['teamcity', { extra: 'branch', branch: 'main' }, 'unusual-value', 'warn'],
  ['github-actions', { entity: 'branch', branch: 'origin/main' }, 'unusual-value', 'warn'],
  ['github-actions', { environment: 'Production%3AV1' }, 'colon-encoded', 'info'],
  ['jenkins', {}, 'audience-at-platform', 'info'],
  ['codefresh', { trigger: 'manual' }, 'subject-per-person', 'warn'],
] as const)('%s with %j says %s as %s', (id, change, code, severity) => {
  expect(compileTrust(id, exampleOf(id, change)).warnings).toContainEqual(
    expect.objectContaining({ code, severity }),
  )
})

test('an owner with its ID is sent to the field of the ID', () => {
  const { warnings } = compileTrust('github-actions', exampleOf('github-actions', { owner: 'contoso@123' }))
  expect(warnings).toContainEqual(
    expect.objectContaining({ field: 'owner', fix: 'Choose “Names with IDs” under “Subject format”.' }),
  )
})

test.each([
  'environment=production',
  'ref=refs/heads/main',
  'job_workflow_ref=contoso/w/.github/workflows/d.yml@refs/heads/main',
  'actor=dana',
])(
  'a subject of github.com that names no owner is blocked, since strangers can send it too: %s',
  (claims) => {
    const blocks = (change: Readonly<Record<string, string>>) =>
      compileTrust(
        'github-actions',
        exampleOf('github-actions', { entity: 'keys', ...change }),
      ).warnings.filter(({ severity }) => severity === 'block')
    expect(blocks({ claims })).toMatchObject([{ code: 'wide-reach', field: 'claims' }])
    expect(blocks({ claims: `${claims}, repository_owner_id=1` })).toEqual([])
    expect(blocks({ claims, hosting: 'enterprise', enterprise: 'contoso' })).toEqual([])
  },
)

test.each(['repo; environment=x', '["repo","context"]', 'repo:contoso/pay-api', 'repo, , environment=x'])(
  'the list %s is answered by how a list is written',
  (template) => {
    const { warnings } = compileTrust(
      'github-actions',
      exampleOf('github-actions', { entity: 'template', template }),
    )
    expect(warnings).toMatchObject([{ field: 'template', fix: 'Write it as repo, environment=production.' }])
  },
)
