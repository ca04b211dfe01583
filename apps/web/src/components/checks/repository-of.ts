import { GithubRepositoryPath } from '@trustwright/shared-schemas'

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
