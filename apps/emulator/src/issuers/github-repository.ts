import { repositoryKey, type GithubOwner, type GithubRepository } from '../kernel/entities/github.ts'
import type { World } from '../kernel/world.ts'

/** What GitHub holds that subjects depend on; a former name leads to the present repository. */
export function knownRepository(
  { store }: World,
  owner: string,
  name: string,
): { owner?: GithubOwner; repository?: GithubRepository } {
  const knownOwner = store.githubOwners.get(owner.toLowerCase())
  const key = repositoryKey(owner, name)
  const repository = store.githubRepositories.get(key) ?? store.githubRepositories.by('formerName', key)[0]
  return { ...(knownOwner ? { owner: knownOwner } : {}), ...(repository ? { repository } : {}) }
}

/** Whether the repository's subjects carry ids: its own switch, or its organisation's. */
export function usesImmutableSubject(owner?: GithubOwner, repository?: GithubRepository): boolean {
  return repository?.subject.useImmutableSubject === true || owner?.useImmutableSubject === true
}

/** The template in force; undefined: the default one. A repository follows its organisation only after opting out of it. */
export function subjectTemplate(owner?: GithubOwner, repository?: GithubRepository): string[] | undefined {
  if (!repository || repository.subject.useDefault) return undefined
  return repository.subject.includeClaimKeys ?? owner?.includeClaimKeys ?? undefined
}
