import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

const branch = 'repo:octo-org/shop:ref:refs/heads/main'
const pullRequest = 'repo:octo-org/shop:pull_request'
const environment = 'repo:octo-org/shop:environment:production'

test.each([
  [branch, { jobEnvironment: 'production' }, 'environment-replaces-ref'],
  [pullRequest, { jobEnvironment: 'production' }, 'environment-replaces-ref'],
  [environment, { jobEnvironment: 'staging' }, 'entity-other-value'],
  [environment, { jobEnvironment: '' }, 'environment-not-named'],
  [environment, { environments: ['staging'] }, 'entity-other-value'],
  [branch, { jobRef: 'refs/heads/dev' }, 'entity-other-value'],
  [branch, { jobRef: 'refs/tags/v1' }, 'entity-other-kind'],
  [branch, { jobRef: 'refs/pull/7/merge' }, 'entity-other-kind'],
  [pullRequest, { jobRef: 'refs/heads/main' }, 'entity-other-kind'],
  [branch, { triggers: ['push', 'pull_request'] }, 'entity-other-kind'],
  [branch, { triggers: ['release'] }, 'entity-other-kind'],
  [pullRequest, { triggers: ['push'] }, 'entity-other-kind'],
  [branch, { triggers: ['schedule', 'workflow_dispatch'] }, 'other-branches'],
])('%s does not fit a run with %j', (subject, github, code) => {
  expect(saidOf({ subject }, { facts: { github } })).toEqual([code])
})

test.each([
  [branch, { jobRef: 'refs/heads/main', triggers: ['push', 'schedule'] }],
  [environment, { jobEnvironment: 'production', jobRef: 'refs/heads/dev' }],
  [environment, { triggers: ['push', 'pull_request', 'workflow_dispatch'] }],
  [pullRequest, { jobRef: 'refs/pull/7/merge', triggers: ['pull_request'] }],
  ['repo:octo-org/shop:ref:refs/tags/v1', { jobRef: 'refs/tags/v1', triggers: ['push', 'release'] }],
])('%s fits a run with %j', (subject, github) => {
  expect(saidOf({ subject }, { facts: { github } })).toEqual([])
})

test('the subject of the run is offered', () => {
  const facts = { github: { jobEnvironment: 'production' } }
  expect(offered({ subject: branch }, { facts })).toBe(environment)
})
