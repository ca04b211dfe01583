import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

const start = 'repo:octo-org/shop:environment:prod:job_workflow_ref:'

test.each([
  [
    'octo-org/w/.github/workflows/.github/workflows/a.yml@refs/heads/main',
    'octo-org/w/.github/workflows/a.yml@refs/heads/main',
  ],
  ['octo-org/w/a.yml@refs/heads/main', 'octo-org/w/.github/workflows/a.yml@refs/heads/main'],
  ['octo-org/w/.github/workflows/a.yml', 'octo-org/w/.github/workflows/a.yml@refs/heads/main'],
  ['octo-org/w/.github/workflows/a.yml@v1', 'octo-org/w/.github/workflows/a.yml@refs/heads/v1'],
])('%s is no workflow of GitHub’s spelling, and %s is offered', (value, wanted) => {
  expect(saidOf({ subject: `${start}${value}` })).toEqual(['github-workflow-path'])
  expect(offered({ subject: `${start}${value}` })).toBe(`${start}${wanted}`)
})

test.each([
  'octo-org/w/.github/workflows/a.yml@refs/tags/v1',
  `octo-org/w/.github/workflows/a.yaml@${'0'.repeat(40)}`,
])('%s is one', (value) => {
  expect(saidOf({ subject: `${start}${value}` })).toEqual([])
})

test('another version than the job calls is told', () => {
  const subject = `${start}octo-org/w/.github/workflows/a.yml@refs/heads/main`
  const facts = (ref: string) => ({ github: { jobWorkflowRef: `octo-org/w/.github/workflows/a.yml@${ref}` } })
  expect(saidOf({ subject }, { facts: facts('refs/tags/main') })).toEqual(['github-workflow-ref'])
  expect(saidOf({ subject }, { facts: facts('refs/heads/main') })).toEqual([])
})
