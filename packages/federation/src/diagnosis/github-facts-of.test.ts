import type { GithubEnvironment, GithubRepository } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { githubFactsOf } from './github-facts-of.ts'

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

const prod: GithubEnvironment = { name: 'Prod', needsApproval: null, waitMinutes: null, branches: null }

test('everything that GitHub told is handed on, in its own letters', () => {
  expect(githubFactsOf(repository, { environments: [prod], complete: true })).toEqual({
    canonicalRepository: 'Contoso/Pay-API',
    repositoryOwnerId: '5544',
    repositoryId: '8210',
    environments: ['Prod'],
    useDefault: false,
    useImmutableSubject: true,
    subClaimPrefix: 'repo:Contoso@5544/Pay-API@8210',
    includeClaimKeys: ['repo', 'context'],
  })
})

test.each([
  ['environments that were not asked for', undefined],
  ['a list of environments that breaks off', { environments: [prod], complete: false }],
])('nothing is concluded from %s', (_, list) => {
  expect(githubFactsOf(repository, list)).not.toHaveProperty('environments')
})

test('nothing is concluded from a subject that GitHub does not tell, or tells in part', () => {
  const names = { ...repository, ownerId: null, repositoryId: null }
  expect(
    githubFactsOf({ ...names, subject: { state: 'unknown', because: 'sign-in-needed' } }, undefined),
  ).toEqual({ canonicalRepository: 'Contoso/Pay-API' })
  const part = {
    ...names,
    subject: {
      state: 'known' as const,
      usesDefault: true,
      claimKeys: null,
      claimKeysFrom: null,
      prefix: null,
      hasIds: null,
      because: 'not-told' as const,
    },
  }
  expect(githubFactsOf(part, undefined)).toEqual({
    canonicalRepository: 'Contoso/Pay-API',
    useDefault: true,
  })
})
