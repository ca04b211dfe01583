import { expect, test } from 'vitest'
import { saidOf } from '../../../testing/said.ts'

test.each([
  [{ canonicalRepository: 'Octo-Org/shop' }, 'subject-case'],
  [{ canonicalRepository: 'octo-org/Shop' }, 'subject-case'],
  [{ subClaimPrefix: 'repo:Octo-org/shop' }, 'subject-case'],
  [{ environments: ['Production'] }, 'subject-case'],
  [{ jobEnvironment: 'PRODUCTION' }, 'subject-case'],
  [{ canonicalRepository: 'fabrikam/shop' }, 'github-moved'],
  [{ canonicalRepository: 'octo-org/store' }, 'github-moved'],
  [{ repositoryStatus: 301 }, 'github-moved'],
  [{ repositoryStatus: 404 }, 'github-recyclable'],
])('by %j the names are other ones', (github, code) => {
  expect(saidOf({}, { facts: { github } })).toEqual([code])
})

test.each([
  { canonicalRepository: 'octo-org/shop', repositoryStatus: 200 },
  { environments: ['production', 'Production'] },
  { subClaimPrefix: 'repo:octo-org/shop' },
])('by %j they are right', (github) => {
  expect(saidOf({}, { facts: { github } })).toEqual([])
})

test('nobody can take over a name that comes with IDs', () => {
  const facts = { github: { repositoryStatus: 404 } }
  expect(saidOf({ subject: 'repo:octo-org@1/shop@2:environment:production' }, { facts })).toEqual([])
})
