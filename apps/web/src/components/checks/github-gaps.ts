import type { GithubRepository, GithubRepositoryPath } from '@trustwright/shared-schemas'

/** What was not checked against GitHub. Nothing is concluded from it. */
export interface GithubGaps {
  /** `contoso/pay-api`. */
  readonly repository: string
  /** Why GitHub told nothing at all; null where it told a part. */
  readonly error: Error | null
  /** When it answered so, in milliseconds. */
  readonly errorAt: number
  /** What is missing of what it told. */
  readonly parts: readonly ('environments' | 'template')[]
}

interface Answers {
  readonly repository: GithubRepository | undefined
  readonly error: Error | null
  readonly errorAt: number
  readonly areEnvironmentsMissing: boolean
}

/** Null where nothing is missing, and while GitHub is asked. */
export function githubGapsOf(
  { owner, name }: GithubRepositoryPath,
  { repository, error, errorAt, areEnvironmentsMissing }: Answers,
): GithubGaps | null {
  if (repository === undefined) {
    return error === null ? null : { repository: `${owner}/${name}`, error, errorAt, parts: [] }
  }
  const { subject } = repository
  const isTemplateMissing = subject.state === 'unknown' || subject.because !== null
  const parts = [
    ...(areEnvironmentsMissing ? (['environments'] as const) : []),
    ...(isTemplateMissing ? (['template'] as const) : []),
  ]
  if (parts.length === 0) return null
  return { repository: `${repository.owner}/${repository.name}`, error: null, errorAt: 0, parts }
}
