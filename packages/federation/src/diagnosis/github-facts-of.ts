import type { GithubEnvironmentList, GithubRepository } from '@trustwright/shared-schemas'
import type { GithubFacts } from './trust.ts'

/** What GitHub answered, as `checkTrust` reads it. What it did not tell stays out: nothing is concluded from that. */
export function githubFactsOf(
  repository: GithubRepository,
  environments: GithubEnvironmentList | undefined,
): GithubFacts {
  const { owner, name, ownerId, repositoryId, subject } = repository
  const known = subject.state === 'known' ? subject : null
  return {
    canonicalRepository: `${owner}/${name}`,
    ...(ownerId !== null && { repositoryOwnerId: String(ownerId) }),
    ...(repositoryId !== null && { repositoryId: String(repositoryId) }),
    ...(environments?.complete === true && {
      environments: environments.environments.map((one) => one.name),
    }),
    ...(known !== null && { useDefault: known.usesDefault }),
    ...(known !== null && known.hasIds !== null && { useImmutableSubject: known.hasIds }),
    ...(known !== null && known.prefix !== null && { subClaimPrefix: known.prefix }),
    ...(known !== null && known.claimKeys !== null && { includeClaimKeys: known.claimKeys }),
  }
}
