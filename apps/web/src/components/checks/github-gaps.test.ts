import type { GithubRepository } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { githubGapsOf } from './github-gaps.ts'

const repository: GithubRepository = {
  owner: 'Contoso',
  name: 'Pay-API',
  ownerId: 5544,
  ownerType: 'Organization',
  repositoryId: 8210,
  createdAt: null,
  defaultBranch: 'main',
  visibility: 'public',
  archived: false,
  renamedFrom: null,
  webUrl: 'https://github.com/Contoso/Pay-API',
  subject: {
    state: 'known',
    usesDefault: false,
    claimKeys: ['repo', 'context'],
    claimKeysFrom: 'repository',
    prefix: 'repo:Contoso@5544/Pay-API@8210',
    hasIds: true,
    because: null,
  },
  because: null,
}

const path = { owner: 'contoso', name: 'pay-api' }
const answered = { repository, error: null, errorAt: 0, areEnvironmentsMissing: false }

test('what was told whole has no gap, and what is still asked has none yet', () => {
  expect(githubGapsOf(path, answered)).toBeNull()
  expect(githubGapsOf(path, { ...answered, repository: undefined })).toBeNull()
})

test('a repository that GitHub does not show is one gap, by the name that was asked for', () => {
  const error = new Error('not shown')
  expect(githubGapsOf(path, { ...answered, repository: undefined, error, errorAt: 5 })).toEqual({
    repository: 'contoso/pay-api',
    error,
    errorAt: 5,
    parts: [],
  })
})

test('each part that GitHub leaves out is a gap of its own', () => {
  const unknown = { ...repository, subject: { state: 'unknown', because: 'sign-in-needed' } as const }
  expect(
    githubGapsOf(path, { ...answered, repository: unknown, areEnvironmentsMissing: true })?.parts,
  ).toEqual(['environments', 'template'])
  expect(githubGapsOf(path, { ...answered, areEnvironmentsMissing: true })?.parts).toEqual(['environments'])
})
