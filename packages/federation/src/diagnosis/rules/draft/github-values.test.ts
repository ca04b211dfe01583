import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

test.each([
  ['repo:octo-org/shop:ref:refs/heads/refs/heads/main', 'repo:octo-org/shop:ref:refs/heads/main'],
  ['repo:octo-org/shop:environment: prod', 'repo:octo-org/shop:environment:prod'],
  ['repo:octo-org@1/shop:environment:prod', undefined],
  ['repo:octo-org/shop@2:environment:prod', undefined],
  ['repo:octo-org/shop:ref:refs/heads/main:environment:prod', undefined],
])('%s holds a value that GitHub does not write', (subject, wanted) => {
  expect(saidOf({ subject })).toEqual(['github-grammar'])
  expect(offered({ subject })).toBe(wanted)
})

test('a template of the repository’s own may list ref and environment', () => {
  const facts = { github: { useDefault: false, includeClaimKeys: ['repo', 'ref', 'environment'] } }
  expect(saidOf({ subject: 'repo:octo-org/shop:ref:refs/heads/main:environment:prod' }, { facts })).toEqual(
    [],
  )
})
