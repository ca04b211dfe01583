import { expect, test } from 'vitest'
import { compileTrust, type PresetId } from '../index.ts'
import { eid1Spelling } from './eid1/spelling.ts'

const vectors: readonly (readonly [PresetId, Readonly<Record<string, string>>, string])[] = [
  [
    'github-actions',
    { owner: 'octo-org', repository: 'octo-repo', entity: 'environment', environment: 'Production' },
    'repo:octo-org/octo-repo:environment:Production',
  ],
  [
    'github-actions',
    { owner: 'octo-org', repository: 'octo-repo', entity: 'environment', environment: 'Production:V1' },
    'repo:octo-org/octo-repo:environment:Production%3AV1',
  ],
  [
    'github-actions',
    { owner: 'octo-org', repository: 'octo-repo', entity: 'branch', branch: 'demo-branch' },
    'repo:octo-org/octo-repo:ref:refs/heads/demo-branch',
  ],
  [
    'github-actions',
    { owner: 'octo-org', repository: 'octo-repo', entity: 'pull-request' },
    'repo:octo-org/octo-repo:pull_request',
  ],
  [
    'github-actions',
    { entity: 'keys', claims: 'repository_owner=octo-org, repository_visibility=private' },
    'repository_owner:octo-org:repository_visibility:private',
  ],
  [
    'github-actions',
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
  [
    'gitlab',
    { host: 'gitlab.com', names: 'path', project: 'mygroup/myproject', refType: 'branch', ref: 'main' },
    'project_path:mygroup/myproject:ref_type:branch:ref:main',
  ],
  [
    'gitlab',
    { host: 'gitlab.com', names: 'id', projectId: '57382910', refType: 'branch', ref: 'main' },
    'project_id:57382910:ref_type:branch:ref:main',
  ],
  [
    'spacelift',
    {
      account: 'contoso',
      space: 'legacy-01KJMM56VS4W3AL9YZWVCXBX8D',
      stack: 'azure-oidc-test',
      run: 'tracked-read',
    },
    'space:legacy-01KJMM56VS4W3AL9YZWVCXBX8D:stack:azure-oidc-test:run_type:TRACKED:scope:read',
  ],
  [
    'semaphore',
    {
      organization: 'my-org',
      projectId: '936a5312-a3b8-4921-8b3f-2cec8baac574',
      repository: 'web',
      refType: 'branch',
      ref: 'refs/heads/main',
    },
    'org:my-org:project:936a5312-a3b8-4921-8b3f-2cec8baac574:repo:web:ref_type:branch:ref:refs/heads/main',
  ],
  [
    'fly-io',
    { organization: 'example-org', app: 'example-app', machine: 'example-machine' },
    'example-org:example-app:example-machine',
  ],
  [
    'teamcity',
    {
      host: 'teamcity.contoso.com',
      project: 'project7',
      buildType: 'bt42',
      extra: 'branch-trigger',
      branch: 'refs/heads/main',
      trigger: 'user',
    },
    'project:project7:build_type:bt42:branch:refs/heads/main:trigger_type:user',
  ],
]

test.each(vectors)('%s %j gives %s', (id, fields, subject) => {
  expect(compileTrust(id, fields).trusts[0]?.subject).toBe(subject)
})

test.each([
  ['499b84ac-1321-427f-aa17-267ca6975798', 'rISbSSETf0KqFyZ8ppdXmA'],
  ['58e835ab-2e39-46a9-b797-accce6633447', 'qzXoWDkuqUa3l6zM5mM0Rw'],
  ['9d8f559b-5984-46a4-902a-ad4271e83efa', 'm1WPnYRZpEaQKq1Cceg--g'],
  ['00112233-4455-6677-8899-aabbccddeeff', 'MyIRAFVEd2aImaq7zN3u_w'],
])('the GUID %s is written %s inside an /eid1/ subject, and read back', (guid, written) => {
  expect(eid1Spelling.write(guid)).toBe(written)
  expect(eid1Spelling.read(written)).toBe(guid)
})

test.each([
  ['hcp-terraform', 2],
  ['spacelift', 5],
  ['pulumi-deployments', 4],
] as const)('one workload of %s needs %i trusts', (id, count) => {
  const fields = {
    'hcp-terraform': {
      host: 'app.terraform.io',
      organization: 'contoso',
      project: 'Default Project',
      workspace: 'network',
      phase: 'both',
    },
    spacelift: { account: 'contoso', space: 'root', stack: 'network', run: 'all' },
    'pulumi-deployments': { organization: 'contoso', project: 'shop', stack: 'production', operation: 'all' },
  }[id]
  expect(compileTrust(id, fields).trusts).toHaveLength(count)
})
