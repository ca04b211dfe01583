import { repositoryKey, type GithubRepository } from './kernel/entities/github.ts'
import type { World } from './kernel/world.ts'
import { githubOwners, githubRepositories, immutableSubjectsSince } from './seed-github.ts'

/** Owners and repositories of `seed-github.ts`. */
export function plantGithub({ store }: World): void {
  for (const owner of githubOwners) {
    store.githubOwners.put(owner.login.toLowerCase(), {
      enterprise: null,
      includeClaimKeys: null,
      useImmutableSubject: false,
      createdAt: Date.parse('2019-05-06T08:00:00Z'),
      ...owner,
    })
  }
  for (const { createdAt, branches = ['main'], environments = [], ...rest } of githubRepositories) {
    const madeAt = Date.parse(createdAt)
    const repository: GithubRepository = {
      visibility: 'private',
      defaultBranch: 'main',
      tags: [],
      formerNames: [],
      properties: {},
      subject: {
        useDefault: true,
        includeClaimKeys: null,
        useImmutableSubject: madeAt >= Date.parse(immutableSubjectsSince),
      },
      ...rest,
      createdAt: madeAt,
      branches: branches.map((name) => ({ name, protected: name === 'main' })),
      environments: environments.map((name, index) => ({
        id: rest.id * 10 + index,
        name,
        createdAt: madeAt,
        waitMinutes: 0,
        reviewers: /prod/i.test(name) ? ['octocat'] : [],
        branches: /prod/i.test(name) ? 'protected' : 'all',
      })),
    }
    store.githubRepositories.put(repositoryKey(rest.owner, rest.name), repository)
  }
}
