import { readRepository } from '../diagnosis/github-subject.ts'
import type { GithubFacts } from '../diagnosis/trust.ts'

/**
 * Whether the subjects of a repository carry IDs; null where GitHub did not tell. `sub_claim_prefix` holds even where the
 * setting says otherwise. https://docs.github.com/en/rest/actions/oidc
 */
export function sendsIds({ subClaimPrefix, useImmutableSubject }: GithubFacts): boolean | null {
  const sent = readRepository(subClaimPrefix ?? '')
  if (sent !== null) return sent.ownerId !== null && sent.repositoryId !== null
  return useImmutableSubject ?? null
}
