import { nameOf, readGithubSubject, type GithubRepository } from '../diagnosis/github-subject.ts'
import { platformOfIssuer } from '../diagnosis/platform-of.ts'
import type { GithubFacts } from '../diagnosis/trust.ts'
import { idSwitchSteps, type IdSwitchStep, type SwitchedTrust } from './id-switch-steps.ts'
import { subjectWithIds } from './subject-with-ids.ts'

export interface IdSwitch {
  /** Why there is nothing to switch; null where there is. `ids-unknown` ends once somebody tells the IDs. */
  readonly why: { readonly code: 'not-github' | 'has-ids' | 'ids-unknown'; readonly text: string } | null
  /** `contoso/pay-api`, as the subject writes it; null where it names none. */
  readonly repository: string | null
  /** The subject with IDs. */
  readonly wanted: string | null
  /** Name of the trust that has it. */
  readonly successor: string | null
  readonly steps: readonly IdSwitchStep[]
}

/**
 * How far a trust is on its way to a subject with IDs, in the order that leaves no moment without a way in: the new one beside
 * the old one, then GitHub, then a run that works, then the old one goes. Everything is derived from what is stored and seen,
 * so that it goes on after days, and after somebody undid a step. Where GitHub does not tell the IDs, a trust beside it that
 * differs in nothing but IDs does.
 * https://learn.microsoft.com/entra/workload-id/workload-identities-github-immutable-subjects
 */
export function idSwitchOf(
  trust: SwitchedTrust,
  siblings: readonly SwitchedTrust[],
  github: GithubFacts | undefined,
): IdSwitch {
  const { issuer, subject } = trust
  const repository = namedRepository(subject)
  if (subject === null || repository === null || platformOfIssuer(issuer) !== 'github')
    return nothing('not-github', 'Only subjects that name a GitHub repository have this switch.')
  if (hasIds(repository)) return nothing('has-ids', 'It names the IDs already.', repository)
  const alike = siblings.find((other) => other.issuer === issuer && withoutIds(other.subject) === subject)
  const wanted = subjectWithIds(subject, github ?? {}) ?? alike?.subject ?? null
  if (wanted === null)
    return nothing('ids-unknown', 'GitHub did not tell the portal the IDs of this repository.', repository)
  const successor = siblings.find((other) => other.issuer === issuer && other.subject === wanted) ?? null
  return {
    why: null,
    repository: nameOf(repository),
    wanted,
    successor: successor?.name ?? null,
    steps: idSwitchSteps(trust, successor, github ?? {}),
  }
}

/** The subject as it was before IDs; null where it names no repository with both. */
function withoutIds(subject: string | null): string | null {
  const repository = namedRepository(subject)
  if (subject === null || repository === null || !hasIds(repository)) return null
  return subject.replace(/repo:[^:]+/, () => `repo:${nameOf(repository)}`)
}

function namedRepository(subject: string | null): GithubRepository | null {
  return readGithubSubject(subject ?? '').repository
}

function hasIds({ ownerId, repositoryId }: GithubRepository): boolean {
  return ownerId !== null && repositoryId !== null
}

function nothing(
  code: NonNullable<IdSwitch['why']>['code'],
  text: string,
  repository: GithubRepository | null = null,
): IdSwitch {
  return {
    why: { code, text },
    repository: repository && nameOf(repository),
    wanted: null,
    successor: null,
    steps: [],
  }
}
