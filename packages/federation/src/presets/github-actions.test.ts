import { expect, test } from 'vitest'
import { compileTrust, presets, previewTrust, recognise } from '../index.ts'

const base = { owner: 'octo-org', repository: 'octo-repo' }
const compile = (fields: Record<string, string>) => compileTrust('github-actions', { ...base, ...fields })
const codes = (fields: Record<string, string>) => compile(fields).warnings.map((warning) => warning.code)

test.each([
  [{ entity: 'environment', environment: 'Production' }, 'repo:octo-org/octo-repo:environment:Production'],
  [{ entity: 'branch', branch: 'demo-branch' }, 'repo:octo-org/octo-repo:ref:refs/heads/demo-branch'],
  [{ entity: 'branch', branch: 'feature/x' }, 'repo:octo-org/octo-repo:ref:refs/heads/feature/x'],
  [{ entity: 'tag', tag: 'v1.4.0' }, 'repo:octo-org/octo-repo:ref:refs/tags/v1.4.0'],
  [{ entity: 'pull-request' }, 'repo:octo-org/octo-repo:pull_request'],
  [
    { entity: 'environment', environment: 'Production:V1' },
    'repo:octo-org/octo-repo:environment:Production%3AV1',
  ],
  [
    { identifiers: 'ids', ownerId: '123456', repositoryId: '456789', entity: 'branch', branch: 'main' },
    'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main',
  ],
  [
    {
      owner: 'o',
      repository: 'r',
      identifiers: 'ids',
      ownerId: '1',
      repositoryId: '2',
      entity: 'pull-request',
    },
    'repo:o@1/r@2:pull_request',
  ],
])('%j gives the subject %s', (fields, subject) => {
  expect(compile(fields).trusts).toMatchObject([
    {
      issuer: 'https://token.actions.githubusercontent.com',
      subject,
      audiences: ['api://AzureADTokenExchange'],
    },
  ])
})

const refusedFields: readonly (readonly [string, Record<string, string>])[] = [
  ['owner', { owner: '' }],
  ['owner', { owner: 'octo_o' }],
  ['owner', { owner: '-octo' }],
  ['owner', { owner: 'octo-' }],
  ['owner', { owner: 'octo--org' }],
  ['owner', { owner: 'a'.repeat(40) }],
  ['owner', { owner: 'octo org' }],
  ['owner', { owner: 'https://github.com/octo-org/octo-repo' }],
  ['owner', { owner: 'octo-org/octo-repo' }],
  ['owner', { owner: 'octo@1' }],
  ['repository', { repository: '' }],
  ['repository', { repository: 'https://github.com/octo-org/octo-repo.git' }],
  ['repository', { repository: 'git@github.com:octo-org/octo-repo.git' }],
  ['repository', { repository: 'octo-org/octo-repo' }],
  ['repository', { repository: 'octo-repo.git' }],
  ['repository', { repository: 'octo repo' }],
  ['repository', { repository: '..' }],
  ['repository', { repository: 'r'.repeat(101) }],
  ['repository', { repository: 'réponse' }],
  ['ownerId', { identifiers: 'ids', repositoryId: '1' }],
  ['ownerId', { identifiers: 'ids', ownerId: '12a', repositoryId: '1' }],
  ['ownerId', { identifiers: 'ids', ownerId: '0', repositoryId: '1' }],
  ['repositoryId', { identifiers: 'ids', ownerId: '1' }],
  ['repositoryId', { identifiers: 'ids', ownerId: '1', repositoryId: '-1' }],
  ['identifiers', { identifiers: 'both' }],
  ['entity', { entity: '' }],
  ['entity', { entity: 'pull_request' }],
  ['environment', { environment: '' }],
  ['environment', { environment: 'a\nb' }],
  ['environment', { environment: 'e'.repeat(256) }],
  ['branch', { entity: 'branch' }],
  ['branch', { entity: 'branch', branch: 'refs/tags/v1' }],
  ['branch', { entity: 'branch', branch: 'refs/pull/7/merge' }],
  ['branch', { entity: 'branch', branch: 'refs/heads/' }],
  ['branch', { entity: 'branch', branch: 'a b' }],
  ['branch', { entity: 'branch', branch: 'a:b' }],
  ['branch', { entity: 'branch', branch: 'a..b' }],
  ['branch', { entity: 'branch', branch: '/a' }],
  ['branch', { entity: 'branch', branch: 'a/' }],
  ['branch', { entity: 'branch', branch: 'a//b' }],
  ['branch', { entity: 'branch', branch: 'a.lock' }],
  ['branch', { entity: 'branch', branch: '.a' }],
  ['branch', { entity: 'branch', branch: 'a~1' }],
  ['branch', { entity: 'branch', branch: 'a@{1}' }],
  ['branch', { entity: 'branch', branch: '-a' }],
  ['tag', { entity: 'tag' }],
  ['tag', { entity: 'tag', tag: 'refs/heads/main' }],
]

test.each(refusedFields)('refuses %s in %j, on that field alone', (field, change) => {
  const fields = { entity: 'environment', environment: 'production', ...change }
  expect(compile(fields)).toMatchObject({
    trusts: [],
    snippet: null,
    warnings: [{ code: 'field-refused', field }],
  })
  const issues = presets[0]?.fields.safeParse({ ...base, ...fields }).error?.issues ?? []
  expect(issues.map((issue) => issue.path.join('.'))).toEqual([field])
})

test('all refused fields are named at once, also when they are empty', () => {
  const issues = presets[0]?.fields.safeParse({ owner: 'a b', repository: '', entity: 'branch' }).error
    ?.issues
  expect(issues?.map((issue) => issue.path.join('.'))).toEqual(['owner', 'repository', 'branch'])
})

test.each([
  ['owner', 'https://github.com/octo-org/octo-repo', 'Type octo-org here.'],
  ['owner', 'octo-org/octo-repo', 'Type octo-org here.'],
  ['repository', 'https://github.com/octo-org/octo-repo.git', 'Type octo-repo here.'],
  ['repository', 'git@github.com:octo-org/octo-repo.git', 'Type octo-repo here.'],
  ['repository', 'octo-org/octo-repo', 'Type octo-repo here.'],
  ['repository', 'https://', 'Type the name alone, without https:// and slashes.'],
])('says what to type instead of an address as %s: %s', (field, value, fix) => {
  expect(compile({ entity: 'pull-request', [field]: value }).warnings).toMatchObject([{ field, fix }])
})

test.each([
  [{ entity: 'branch', branch: 'release/*' }, 'branch'],
  [{ entity: 'tag', tag: 'v?' }, 'tag'],
  [{ entity: 'environment', environment: '*' }, 'environment'],
])('blocks the wildcard in %j, and the schema refuses it on %s', (fields, field) => {
  expect(compile(fields).warnings).toContainEqual(
    expect.objectContaining({ code: 'wildcard', severity: 'block', field }),
  )
  const issues = presets[0]?.fields.safeParse({ ...base, ...fields }).error?.issues
  expect(issues?.map((issue) => issue.path)).toEqual([[field]])
})

test('understands a pasted ref, says so, and stores it once', () => {
  const fields = { entity: 'branch', branch: 'refs/heads/main' }
  expect(compile(fields).trusts[0]?.subject).toBe('repo:octo-org/octo-repo:ref:refs/heads/main')
  expect(codes(fields)).toContain('ref-prefix-understood')
  expect(codes({ entity: 'branch', branch: 'main' })).not.toContain('ref-prefix-understood')
})

test.each([
  [{ entity: 'pull-request' }, ['pull-request-any', 'environment-wins', 'name-based-subject']],
  [{ entity: 'branch', branch: 'main' }, ['environment-wins', 'name-based-subject']],
  [
    { entity: 'environment', environment: 'a:b' },
    ['colon-encoded', 'environment-any-branch', 'name-based-subject'],
  ],
  [{ entity: 'tag', tag: 'v1', identifiers: 'ids', ownerId: '1', repositoryId: '2' }, ['environment-wins']],
])('%j is stored with the remarks %j', (fields, expected) => {
  expect(codes(fields)).toEqual(expected)
})

test.each([
  [{ entity: 'environment', environment: 'production' }, 'gh-octo-repo-production'],
  [{ entity: 'branch', branch: 'refs/heads/feature/x' }, 'gh-octo-repo-feature-x'],
  [{ entity: 'tag', tag: 'v1.4.0' }, 'gh-octo-repo-v1-4-0'],
  [{ entity: 'pull-request' }, 'gh-octo-repo-pull-request'],
])('names the trust of %j %s', (fields, name) => {
  expect(compile(fields).trusts[0]?.name).toBe(name)
})

test('long names that differ late stay apart within 120 characters', () => {
  const named = (end: string) =>
    compile({ entity: 'branch', branch: `${'long-'.repeat(40)}${end}` }).trusts[0]?.name
  expect(named('a')).toHaveLength(120)
  expect(named('a')).not.toBe(named('b'))
  expect(named('a')).toBe(named('a'))
})

test('the preview grows with the form and says what is missing', () => {
  const preview = previewTrust('github-actions', { owner: 'octo-org', identifiers: 'ids', entity: 'branch' })
  expect(preview.complete).toBe(false)
  expect(preview.missing).toEqual(['repository', 'ownerId', 'repositoryId', 'branch'])
  expect(preview.subject.map((segment) => [segment.text, segment.label])).toEqual([
    ['repo:', ''],
    ['octo-org@', 'owner name + ID'],
    ['/', ''],
    ['@', 'repository + ID'],
    [':ref:refs/heads/', 'from your choice'],
    ['', 'branch'],
  ])
})

const reusable = 'contoso/workflows/.github/workflows/deploy.yml@refs/heads/main'

test.each([
  [{ hosting: 'github' }, 'https://token.actions.githubusercontent.com'],
  [{ hosting: 'enterprise', enterprise: 'contoso' }, 'https://token.actions.githubusercontent.com/contoso'],
  [{ hosting: 'ghe', subdomain: 'contoso' }, 'https://token.actions.contoso.ghe.com'],
  [{ hosting: 'ghe-unique', subdomain: 'contoso' }, 'https://token.actions.contoso.ghe.com/contoso'],
  [{ hosting: 'server', serverHost: 'github.contoso.com' }, 'https://github.contoso.com/_services/token'],
])('%j has the issuer %s, and is read back', (fields, issuer) => {
  const [trust] = compile({ entity: 'environment', environment: 'a:b', ...fields }).trusts
  expect(trust).toMatchObject({ issuer, subject: 'repo:octo-org/octo-repo:environment:a%3Ab' })
  const read = recognise({ issuer, subject: trust?.subject ?? '' })
  expect(read).toMatchObject({ workload: 'octo-org/octo-repo', qualifier: 'environment a:b' })
  expect(compileTrust('github-actions', read?.fields).trusts[0]).toMatchObject({ issuer })
})

test('an old Enterprise Server leaves the colon as it is', () => {
  const old = { hosting: 'server-3.18', serverHost: 'github.contoso.com' }
  const [trust] = compile({ ...old, entity: 'environment', environment: 'a:b' }).trusts
  expect(trust?.subject).toBe('repo:octo-org/octo-repo:environment:a:b')
  expect(codes({ ...old, entity: 'environment', environment: 'a:b' })).not.toContain('colon-encoded')
  expect(recognise({ issuer: trust?.issuer ?? '', subject: trust?.subject ?? '' })?.fields).toMatchObject({
    hosting: 'server-3.18',
    environment: 'a:b',
  })
})

test.each([
  [
    { entity: 'keys', claims: 'repository_owner=octo-org, repository_visibility=private' },
    'repository_owner:octo-org:repository_visibility:private',
  ],
  [{ entity: 'keys', claims: 'repository_id=123456' }, 'repository_id:123456'],
  [
    { entity: 'template', template: `repo, environment=prod, job_workflow_ref=${reusable}` },
    `repo:octo-org/octo-repo:environment:prod:job_workflow_ref:${reusable}`,
  ],
  [
    { entity: 'template', template: `repo,context=ref:refs/heads/main,job_workflow_ref=${reusable}` },
    `repo:octo-org/octo-repo:ref:refs/heads/main:job_workflow_ref:${reusable}`,
  ],
  [
    {
      entity: 'template',
      template: 'repo, context=pull_request, actor=mona',
      identifiers: 'ids',
      ownerId: '1',
      repositoryId: '2',
    },
    'repo:octo-org@1/octo-repo@2:pull_request:actor:mona',
  ],
  [
    { entity: 'keys', claims: 'workflow=Build, test: all, ref=refs/heads/main' },
    'workflow:Build, test%3A all:ref:refs/heads/main',
  ],
  [{ entity: 'template', template: 'repo' }, 'repo:octo-org/octo-repo'],
])('the template %j gives %s, and is read back', (fields, subject) => {
  const [trust] = compile(fields).trusts
  expect(trust?.subject).toBe(subject)
  const read = recognise({ issuer: trust?.issuer ?? '', subject })
  expect(read?.presetId).toBe('github-actions')
  expect(compileTrust('github-actions', read?.fields).trusts[0]?.subject).toBe(subject)
})

test.each([
  ['template', { entity: 'template', template: 'environment=prod' }],
  ['template', { entity: 'template', template: 'repo=octo-org/octo-repo' }],
  ['template', { entity: 'template', template: 'repo, repo' }],
  ['template', { entity: 'template', template: 'repo, environment' }],
  ['template', { entity: 'template', template: 'repo, environment= prod' }],
  ['template', { entity: 'template', template: 'repo, colour=red' }],
  ['template', { entity: 'template', template: 'repo, context=main' }],
  ['template', { entity: 'template', template: 'repo, context=refs/heads/main' }],
  ['template', { entity: 'template', template: 'repo, job_workflow_ref=deploy.yml' }],
  ['template', { entity: 'template', template: '' }],
  ['claims', { entity: 'keys', claims: 'repo' }],
  [
    'identifiers',
    {
      hosting: 'server',
      serverHost: 'github.contoso.com',
      identifiers: 'ids',
      ownerId: '1',
      repositoryId: '2',
    },
  ],
  ['serverHost', { hosting: 'server', serverHost: 'https://github.contoso.com' }],
  ['subdomain', { hosting: 'ghe', subdomain: 'contoso.ghe.com' }],
  ['enterprise', { hosting: 'enterprise', enterprise: '' }],
] as const)('refuses %s in %j', (field, fields) => {
  const whole = { entity: 'environment', environment: 'production', ...fields }
  expect(compile(whole)).toMatchObject({ trusts: [], warnings: [{ code: 'field-refused', field }] })
})

test('a template says whose repository the subject names, and that any run may match', () => {
  expect(codes({ entity: 'template', template: `repo, job_workflow_ref=${reusable}` })).toContain(
    'caller-subject',
  )
  expect(codes({ entity: 'template', template: 'repo' })).toContain('wide-reach')
  expect(codes({ entity: 'template', template: 'repo, ref=refs/heads/*' })).toContain('wildcard')
})

test('an account of an enterprise with managed users has its short code', () => {
  expect(compile({ owner: 'mona-cat_octo', entity: 'pull-request' }).trusts).toHaveLength(1)
})
