import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

const keys = ['repository_owner_id', 'repository_id']
const byIds = 'repository_owner_id:1:repository_id:2'

test.each([
  [
    'repo:octo-org/shop:pull_request',
    { useDefault: false, includeClaimKeys: keys, repositoryOwnerId: '1', repositoryId: '2' },
    'github-template',
    byIds,
  ],
  [
    'repo:octo-org@1/shop@2:pull_request',
    { useDefault: false, includeClaimKeys: keys },
    'github-template',
    byIds,
  ],
  [
    'repo:octo-org/shop:pull_request',
    { includeClaimKeys: ['repo', 'context', 'job_workflow_ref'] },
    'github-template',
    undefined,
  ],
  [
    byIds,
    { useDefault: true, repository: 'octo-org/shop', jobRef: 'refs/heads/main' },
    'github-no-template',
    'repo:octo-org/shop:ref:refs/heads/main',
  ],
  [
    byIds,
    { templates: { repository: { status: 404 }, organization: { status: 200, includeClaimKeys: keys } } },
    'github-no-template',
    undefined,
  ],
])('%s does not follow %j', (subject, github, code, wanted) => {
  expect(saidOf({ subject }, { facts: { github } })).toContain(code)
  expect(offered({ subject }, { facts: { github } })).toBe(wanted)
})

test.each([
  [byIds, { useDefault: false, includeClaimKeys: keys }],
  [
    byIds,
    {
      templates: {
        repository: { status: 200, useDefault: false },
        organization: { status: 200, includeClaimKeys: keys },
      },
    },
  ],
  ['repo:octo-org/shop:environment:production', { useDefault: true, includeClaimKeys: keys }],
  ['repo:octo-org/shop:environment:production', { includeClaimKeys: ['repo', 'context'] }],
  [
    'repo:octo-org/shop:environment:production',
    { templates: { organization: { status: 200, includeClaimKeys: keys } } },
  ],
])('%s may follow %j', (subject, github) => {
  expect(saidOf({ subject }, { facts: { github } })).toEqual([])
})
