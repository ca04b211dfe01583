import { repositoryKey, type GithubRepository } from '../kernel/entities/github.ts'
import type { World } from '../kernel/world.ts'
import type { PlannedParent } from './plan.ts'
import {
  environmentName,
  environmentsOfRepository,
  repositories,
  repositoryWithIds,
  repositoryWithNames,
} from './workloads.ts'

const movedRepositories = 20
const madeAt = { withIds: Date.parse('2026-08-03T07:12:00Z'), withNames: Date.parse('2023-03-14T09:26:53Z') }

/** The repositories that GitHub still has; whatever else the trusts name is gone. Public, so that everybody may look. */
export function plantRepositories({ store }: World, parents: readonly PlannedParent[]): void {
  const put = (repository: GithubRepository) =>
    store.githubRepositories.put(repositoryKey(repository.owner, repository.name), repository)
  for (let number = 0; number < repositories.withIds; number += 1) put(sendsIds(repositoryWithIds(number)))
  for (let number = 0; number < repositories.withNames; number += 1) {
    put({ ...sendsIds(repositoryWithNames(number)), ...sendsNames })
  }
  for (let number = 0; number < movedRepositories; number += 1) {
    const repository = { name: `renamed-${number}`, id: 911_500_000 + number }
    put({ ...sendsIds(repository), ...sendsNames, formerNames: [`contoso/moved-${number}`] })
  }
  put({ ...sendsIds({ name: 'service-0', id: 920_000_000 }), owner: 'fabrikam' })
  for (const { repository } of parents.flatMap(({ trusts }) => trusts)) {
    if (repository) put(sendsIds(repository))
  }
}

const sendsNames = {
  createdAt: madeAt.withNames,
  subject: { useDefault: true, includeClaimKeys: null, useImmutableSubject: false },
}

function sendsIds({ name, id }: { name: string; id: number }): GithubRepository {
  return {
    id,
    owner: 'contoso',
    name,
    visibility: 'public',
    defaultBranch: 'main',
    createdAt: madeAt.withIds,
    branches: [{ name: 'main', protected: true }],
    tags: [],
    formerNames: [],
    properties: {},
    subject: { useDefault: true, includeClaimKeys: null, useImmutableSubject: true },
    environments: Array.from({ length: environmentsOfRepository }, (_, number) => ({
      id: id * 100 + number,
      name: environmentName(number),
      createdAt: madeAt.withIds,
      waitMinutes: 0,
      reviewers: [],
      branches: 'all',
    })),
  }
}
