import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import {
  contextOf,
  type GithubRepository,
  nameOf,
  readGithubSubject,
  readRepository,
} from '../../github-subject.ts'
import { differsInCaseOnly, letterCaseWords } from '../../letters.ts'

/** Names in the subject against those that GitHub itself gives: letter case, renames, and names nobody holds any more. */
export const githubNames: DraftRule = (draft) => {
  if (draft.issuerPlatform !== 'github') return []
  const read = readGithubSubject(draft.subject)
  const { repository } = read
  if (repository === null) return []
  const canonical = canonicalOf(draft)
  const environment = contextOf(read)?.key === 'environment' ? contextOf(read)?.value : undefined
  return [
    ...(canonical === null ? [] : caseOrMove(draft, repository, canonical)),
    ...environmentCase(draft, environment ?? null),
    ...gone(draft, repository),
  ]
}

function canonicalOf({ github }: DraftView): GithubRepository | null {
  const known = github.canonicalRepository ?? github.subClaimPrefix ?? github.repository
  return known === undefined ? null : readRepository(known)
}

function caseOrMove(draft: DraftView, stored: GithubRepository, canonical: GithubRepository): Cause[] {
  const [from, to] = [nameOf(stored), nameOf(canonical)]
  if (from === to) return []
  if (differsInCaseOnly(from, to)) return [otherCase(draft, from, to, 'GitHub’s canonical name is')]
  const affected = draft.siblings.filter(({ subject }) => subject?.startsWith(`repo:${from}:`) === true)
  const others = affected.length === 0 ? '' : ` ${affected.length} more trusts here name it too.`
  const wanted = draft.subject.replace(from, () => to)
  return [
    causeOf('github-moved', {
      severity: 'block',
      certainty: draft.github.canonicalRepository === undefined ? 'likely' : 'certain',
      field: 'subject',
      text: `No token matches: the repository was renamed or transferred, and its tokens carry the new owner or name ${to}.${others}`,
      evidence: `Stored: ${from} — GitHub: ${to}`,
      fix: `Add a trust for ${to} first (since July 2026 a moved repository also sends IDs: compare sub_claim_prefix), check a run, then delete the old ones.`,
      action: { kind: 'set', field: 'subject', value: wanted },
    }),
  ]
}

function environmentCase(draft: DraftView, environment: string | null): Cause[] {
  if (environment === null) return []
  const known = [draft.github.jobEnvironment ?? '', ...(draft.github.environments ?? [])]
  const wanted = known.find((name) => differsInCaseOnly(name, environment))
  if (wanted === undefined || known.includes(environment)) return []
  return [otherCase(draft, environment, wanted, 'the environment at GitHub is')]
}

function otherCase(draft: DraftView, from: string, to: string, whose: string): Cause {
  return causeOf('subject-case', {
    severity: 'block',
    certainty: 'certain',
    field: 'subject',
    text: `No token would match: letter case counts, and ${whose} ${to}.`,
    evidence: `Stored: ${from} — ${letterCaseWords(from, to)}`,
    fix: `Write ${to} in these upper- and lower-case letters.`,
    action: { kind: 'set', field: 'subject', value: draft.subject.replace(from, () => to) },
  })
}

/** https://learn.microsoft.com/entra/workload-id/workload-identities-federated-credential-mutable-subjects */
function gone(
  { github, subject }: DraftView,
  { ownerId, repositoryId, ...named }: GithubRepository,
): Cause[] {
  const { repositoryStatus: status } = github
  if (status === undefined) return []
  const name = nameOf({ ...named, ownerId, repositoryId })
  if (status === 404 || status === 410) {
    const hasIds = ownerId !== null && repositoryId !== null
    return [
      causeOf('github-recyclable', {
        severity: hasIds ? 'info' : 'warn',
        certainty: 'likely',
        field: 'subject',
        text: hasIds
          ? `GitHub shows no repository ${name}: it was deleted, or is not visible to this sign-in. Its IDs are never given to another.`
          : `Strangers may take it over: GitHub shows no repository ${name}, so it was deleted or renamed (or is private), and who takes the name gets in.`,
        evidence: `GitHub answers ${status} for ${name}; the subject ${hasIds ? 'holds IDs' : 'holds names alone'}: ${subject}`,
        fix: hasIds
          ? 'Delete the trust if the repository no longer exists.'
          : 'Replace it by the form with IDs, repo:OWNER@ID/REPOSITORY@ID:…, and delete this one; if the repository no longer exists, delete it now.',
      }),
    ]
  }
  if (status < 300 || status > 399 || github.canonicalRepository !== undefined) return []
  return [
    causeOf('github-moved', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: `No token likely matches: GitHub forwards ${name} to another name, so the repository was renamed or moved.`,
      evidence: `GitHub answers ${status} for ${name}`,
      fix: 'Open the repository, and add a trust for its new owner and name before you delete this one.',
    }),
  ]
}
