import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import { type GithubRepository, nameOf, readGithubSubject, readRepository } from '../../github-subject.ts'
import { templateInForce } from '../../github-template.ts'

const tell = 'Only sub_claim_prefix tells what the repository sends.'

/**
 * Names alone or names with immutable IDs: what the repository sends by `sub_claim_prefix`, which holds even where
 * `use_immutable_subject` says otherwise. https://docs.github.com/en/rest/actions/oidc
 */
export const githubFormat: DraftRule = (draft) => {
  if (draft.issuerPlatform !== 'github') return []
  const { repository } = readGithubSubject(draft.subject)
  const template = templateInForce(draft.github)
  if (repository === null || (template !== null && template !== 'default' && !template.includes('repo')))
    return []
  const { subClaimPrefix, useImmutableSubject } = draft.github
  if (subClaimPrefix === undefined) {
    return [...byId(draft, repository), ...bySetting(draft, repository, useImmutableSubject)]
  }
  const sent = readRepository(subClaimPrefix)
  return sent === null ? [] : byPrefix(draft, repository, sent)
}

function byPrefix(draft: DraftView, stored: GithubRepository, sent: GithubRepository): Cause[] {
  if (stored.ownerId === sent.ownerId && stored.repositoryId === sent.repositoryId) return []
  const wanted = draft.subject.replace(
    /^(.*?)repo:[^:]+/,
    (_all, before: string) => `${before}${written(sent)}`,
  )
  const rest = {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    evidence: `Stored: ${written(stored)} — sub_claim_prefix: ${written(sent)}`,
    action: { kind: 'set', field: 'subject', value: wanted },
  } as const
  if (sent.ownerId !== null && stored.ownerId === null) {
    return [
      causeOf('github-ids-expected', {
        ...rest,
        text: 'No token would match: the repository sends immutable subjects with numeric IDs, and the trust has names alone.',
        fix: `Store the ID form: ${wanted}`,
      }),
    ]
  }
  if (sent.ownerId === null) {
    return [
      causeOf('github-names-expected', {
        ...rest,
        text: 'No token would match: the repository still sends the name form, and the trust has immutable IDs. GitHub decides the format, not azure/login.',
        fix: `Store the name form: ${wanted} — or turn on immutable subjects in the repository’s OIDC settings.`,
      }),
    ]
  }
  return [
    causeOf('github-other-ids', {
      ...rest,
      text: `No token would match: the IDs are not those of ${nameOf(sent)}. Another repository may have held the name before.`,
      fix: `Store ${wanted}`,
    }),
  ]
}

function written({ owner, ownerId, repository, repositoryId }: GithubRepository): string {
  const id = (value: string | null) => (value === null ? '' : `@${value}`)
  return `repo:${owner}${id(ownerId)}/${repository}${id(repositoryId)}`
}

/** IDs that the repository of this name has now: another one may have held the name before. */
function byId({ github, subject }: DraftView, { ownerId, repositoryId }: GithubRepository): Cause[] {
  const pairs = [
    ['owner', ownerId, github.repositoryOwnerId],
    ['repository', repositoryId, github.repositoryId],
  ] as const
  const odd = pairs.find(([, stored, now]) => stored !== null && now !== undefined && stored !== now)
  if (odd === undefined) return []
  const [what, stored, now] = odd
  return [
    causeOf('github-other-ids', {
      severity: 'block',
      certainty: 'certain',
      field: 'subject',
      text: `No token would match: the ${what} of this name has another immutable ID now, so it was deleted and recreated, or the name was taken over by another.`,
      evidence: `Stored: ${stored ?? ''} — GitHub: ${now ?? ''}`,
      fix: `Check whose it is now; if it is yours, put ${now ?? ''} in the place of ${stored ?? ''}.`,
      action: { kind: 'set', field: 'subject', value: subject.replace(`@${stored ?? ''}`, `@${now ?? ''}`) },
    }),
  ]
}

/** The setting alone is a hint: it was seen off while IDs were sent. */
function bySetting(
  draft: DraftView,
  { ownerId }: GithubRepository,
  isImmutable: boolean | undefined,
): Cause[] {
  if (isImmutable === undefined || isImmutable === (ownerId !== null)) return []
  return [
    causeOf(isImmutable ? 'github-ids-expected' : 'github-names-expected', {
      severity: 'warn',
      certainty: isImmutable ? 'likely' : 'possible',
      field: 'subject',
      text: isImmutable
        ? 'No token likely matches: the repository is set to immutable subjects with numeric IDs, and the trust has names alone.'
        : 'No token may match: immutable subjects are off for the repository, and the trust has IDs.',
      evidence: `use_immutable_subject is ${String(isImmutable)}; subject ${draft.subject}. ${tell}`,
      fix: 'Read sub_claim_prefix by: gh api /repos/OWNER/REPOSITORY/actions/oidc/customization/sub — and build the subject from it.',
    }),
  ]
}
