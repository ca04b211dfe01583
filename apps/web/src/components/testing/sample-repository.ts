import type { GithubRepository } from '@trustwright/shared-schemas'

/** A repository as GitHub tells of it, for tests; what matters to a test is passed in. */
export function sampleRepository(parts: Partial<GithubRepository> = {}): GithubRepository {
  return {
    owner: 'contoso',
    name: 'pay',
    ownerId: 1,
    ownerType: 'Organization',
    repositoryId: 2,
    createdAt: null,
    defaultBranch: 'main',
    visibility: 'public',
    archived: false,
    renamedFrom: null,
    webUrl: 'https://github.com/contoso/pay',
    subject: { state: 'unknown', because: 'sign-in-needed' },
    because: null,
    ...parts,
  }
}
