import type { Cause } from '../../../cause.ts'
import type { Pair } from '../../../claims/pair.ts'
import { pairCause } from '../../../claims/pair-cause.ts'
import { type GithubRepository, type GithubSubject, nameOf } from '../../../github-subject.ts'

/** Owner and repository of trust and token differ by name, or one of them has immutable IDs. */
export function repositoryCauses(
  pair: Pair,
  { repository: stored }: GithubSubject,
  { repository: presented }: GithubSubject,
): readonly Cause[] {
  if (stored === null || presented === null) return []
  return [...nameCauses(pair, stored, presented), ...idCauses(pair, stored, presented)]
}

function nameCauses(pair: Pair, stored: GithubRepository, presented: GithubRepository): readonly Cause[] {
  const isOwner = same(stored.owner, presented.owner)
  const isName = same(stored.repository, presented.repository)
  if (isOwner && isName) return []
  const [trust, token] = [nameOf(stored), nameOf(presented)]
  const isMoved =
    stored.repositoryId !== null ? stored.repositoryId === presented.repositoryId : isOwner || isName
  if (!isMoved) {
    return [
      pairCause(pair, 'subject', 'github-other-repository', {
        text: `This run does not match: the trust is for ${trust}, and the token is of ${token}.`,
        fix: `Create a trust for ${token}, or check that the workflow uses the client ID of its own identity.`,
        action: 'create',
      }),
    ]
  }
  const isSure = stored.repositoryId !== null && stored.repositoryId === presented.repositoryId
  // A rename makes GitHub switch to IDs, so both at once are one event.
  const isSwitched = !hasIds(stored) && hasIds(presented)
  return [
    pairCause(pair, 'subject', isName || isSure || isSwitched ? 'github-moved' : 'github-other-repository', {
      certainty: isSure ? 'certain' : 'likely',
      text: isName
        ? `This run does not match: the trust is for ${trust}, and the token is of ${token}. The repository was renamed or transferred to another owner, or this is a fork.`
        : `This run does not match: the trust is for ${trust}, and the token is of ${token}. The repository was renamed, or this is another one of the same owner.`,
      fix: `If ${token} may use this identity, create a trust for it, and delete the old one when it works.`,
      action: 'create',
    }),
  ]
}

function idCauses(pair: Pair, stored: GithubRepository, presented: GithubRepository): readonly Cause[] {
  const [trustIds, tokenIds] = [hasIds(stored), hasIds(presented)]
  if (tokenIds && !trustIds) {
    return [
      pairCause(pair, 'subject', 'github-ids-expected', {
        text: 'No run matches: the repository sends immutable subjects with a numeric ID behind owner and name, and the trust has names alone. Repositories created, renamed or transferred since 15 July 2026 do.',
        fix: 'Store the subject in its ID form: build it from sub_claim_prefix, which this prints: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub',
        action: 'set',
      }),
    ]
  }
  if (trustIds && !tokenIds) {
    return [
      pairCause(pair, 'subject', 'github-names-expected', {
        text: 'No run matches: the trust has the immutable format with IDs, and the repository still sends the name form. GitHub builds the subject, not azure/login.',
        fix: 'Store the name form, or turn on immutable subjects for the repository at GitHub.',
        action: 'set',
      }),
    ]
  }
  const areOther = stored.ownerId !== presented.ownerId || stored.repositoryId !== presented.repositoryId
  if (!tokenIds || !areOther) return []
  return [
    pairCause(pair, 'subject', 'github-other-ids', {
      text: 'No run matches: the numeric IDs are those of another owner or repository, such as one that was deleted and made again under the same name.',
      fix: 'If the repository of the token may use this identity, store its subject with the new immutable IDs.',
      action: 'set',
    }),
  ]
}

function hasIds({ ownerId, repositoryId }: GithubRepository): boolean {
  return ownerId !== null || repositoryId !== null
}

/** GitHub prints `***` for whatever equals a secret: it may be the same name. */
function same(a: string | null, b: string | null): boolean {
  return b === '***' || a?.toLowerCase() === b?.toLowerCase()
}
