import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

const [names, ids] = ['repo:octo-org/shop', 'repo:octo-org@1/shop@2'] as const

test.each([
  [names, { subClaimPrefix: ids }, 'github-ids-expected', ids],
  [names, { subClaimPrefix: ids, useImmutableSubject: false }, 'github-ids-expected', ids],
  [ids, { subClaimPrefix: names }, 'github-names-expected', names],
  ['repo:octo-org@1/shop@3', { subClaimPrefix: ids }, 'github-other-ids', ids],
  [ids, { repositoryId: '3' }, 'github-other-ids', 'repo:octo-org@1/shop@3'],
])('%s of a repository with %j is of the other form', (stored, github, code, wanted) => {
  const change = { subject: `${stored}:environment:production` }
  expect(saidOf(change, { facts: { github } })).toEqual([code])
  expect(offered(change, { facts: { github } })).toBe(`${wanted}:environment:production`)
})

test('the setting alone is only a hint', () => {
  expect(saidOf({}, { facts: { github: { useImmutableSubject: true } } })).toEqual(['github-ids-expected'])
})

test.each([
  [names, { subClaimPrefix: names, useImmutableSubject: true }],
  [ids, { subClaimPrefix: ids, useImmutableSubject: false }],
  [ids, { repositoryOwnerId: '1', repositoryId: '2' }],
])('%s of a repository with %j is right', (stored, github) => {
  expect(saidOf({ subject: `${stored}:environment:production` }, { facts: { github } })).toEqual([])
})
