import type { GithubFacts } from '@trustwright/federation'
import {
  GithubRepositoryPath,
  type GithubEnvironmentList,
  type GithubRepository,
} from '@trustwright/shared-schemas'

const githubIssuer = 'https://token.actions.githubusercontent.com'
/** With or without the numbers of owner and repository. https://docs.github.com/actions/reference/security/oidc */
const subjectOfRepository = /^repo:([^/:@]{1,60})(?:@\d{1,20})?\/([^/:@]{1,120})(?:@\d{1,20})?(?::|$)/i

/** The repository that a subject of github.com names; null for any other trust. */
export function repositoryOf(issuer: string, subject: string): GithubRepositoryPath | null {
  // The issuer's own faults are no reason not to look at the subject.
  if (issuer.trim().replace(/\/+$/, '').toLowerCase() !== githubIssuer) return null
  const [, owner = '', name = ''] = subjectOfRepository.exec(subject.trim()) ?? []
  return GithubRepositoryPath.safeParse({ owner, name }).data ?? null
}

/** What GitHub answered, as the engine reads it. What it did not tell stays out: nothing is concluded from that. */
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
