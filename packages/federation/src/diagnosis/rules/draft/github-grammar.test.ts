import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

test.each([
  ['repo:octo-org/shop:pull_request:main', 'repo:octo-org/shop:pull_request'],
  ['repo:octo-org/shop:ref:main', 'repo:octo-org/shop:ref:refs/heads/main'],
  ['repo:octo-org/shop:refs/heads/main', 'repo:octo-org/shop:ref:refs/heads/main'],
  ['repo:octo-org/shop:branch:main', 'repo:octo-org/shop:ref:refs/heads/main'],
  ['repo:octo-org/shop:ref:refs/tag/v1', 'repo:octo-org/shop:ref:refs/tags/v1'],
  ['repo:octo-org/shop:tag:v1', 'repo:octo-org/shop:ref:refs/tags/v1'],
  ['repo:octo-org/shopef:refs/heads/main', 'repo:octo-org/shop:ref:refs/heads/main'],
  ['octo-org/shop:ref:refs/heads/main', 'repo:octo-org/shop:ref:refs/heads/main'],
  ['repo:https://github.com/octo-org/shop:environment:prod', 'repo:octo-org/shop:environment:prod'],
  ['repo:octo-org/shop.git:environment:prod', 'repo:octo-org/shop:environment:prod'],
  ['repo:octo-org/shop:environment:a:b', 'repo:octo-org/shop:environment:a%3Ab'],
])('%s is malformed, and %s is offered', (subject, wanted) => {
  expect(saidOf({ subject })).toEqual(['github-grammar'])
  expect(offered({ subject })).toBe(wanted)
})

test.each([
  ['repo:octo-org/shop:environment/prod', 'repo:octo-org/shop:environment:prod'],
  ['repo:octo-org/shop:env:prod', 'repo:octo-org/shop:environment:prod'],
  ['repo:octo-org/shop:pull-request', 'repo:octo-org/shop:pull_request'],
  ['repo:octo-org/shop:pr', 'repo:octo-org/shop:pull_request'],
  ['repo:octo-org/shop:ref:refs/pull/12/merge', 'repo:octo-org/shop:pull_request'],
])('%s has another word for the kind of run, and %s is offered', (subject, wanted) => {
  expect(saidOf({ subject })).toEqual(['github-entity-word'])
  expect(offered({ subject })).toBe(wanted)
})

test.each([
  ['Repo:octo-org/shop:environment:prod', 'repo:octo-org/shop:environment:prod'],
  ['repo:octo-org/shop:Environment:prod', 'repo:octo-org/shop:environment:prod'],
  ['repo:octo-org/shop:PULL_REQUEST', 'repo:octo-org/shop:pull_request'],
])('%s has the wrong letter case, and %s is offered', (subject, wanted) => {
  expect(saidOf({ subject })).toEqual(['subject-case'])
  expect(offered({ subject })).toBe(wanted)
})

test.each([
  'repo:octo-org/shop',
  'repo:octo-org/shop:environment:',
  'repo:octo-org:environment:prod',
  'something else',
])('%s is malformed beyond repair', (subject) => {
  expect(saidOf({ subject })[0]).toBe('github-grammar')
  expect(offered({ subject })).toBeUndefined()
})

test.each([
  'repo:octo-org/shop:ref:refs/heads/main',
  'repo:octo-org/shop:ref:refs/heads/refs',
  'repo:octo-org/shop:ref:refs/tags/v1.0',
  'repo:octo-org/briefs:ref:refs/heads/main',
  'repo:octo-org/shop:pull_request',
  'repo:octo-org@1/shop@2:environment:my prod',
  'repository_owner_id:1:repository_id:2:environment:production',
  'repo:octo-org/shop:environment:production:job_workflow_ref:octo-org/w/.github/workflows/a.yml@refs/heads/main',
])('%s is well formed', (subject) => {
  expect(saidOf({ subject })).toEqual([])
})

test('a plain colon is right on Enterprise Server', () => {
  const issuer = 'https://ghes.contoso.com/_services/token'
  expect(saidOf({ issuer, subject: 'repo:octo-org/shop:environment:a:b' })).not.toContain('github-grammar')
})
