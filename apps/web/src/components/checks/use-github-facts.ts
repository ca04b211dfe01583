import { skipToken, useQuery } from '@tanstack/react-query'
import { githubFactsOf, type GithubFacts } from '@trustwright/federation'
import { useMemo } from 'react'
import { githubEnvironmentsQuery, githubRepositoryQuery } from '../../api/github-queries.ts'
import { repositoryOf } from './repository-of.ts'
import { githubGapsOf, type GithubGaps } from './github-gaps.ts'
import { useRested } from './use-rested.ts'

const nobody = { owner: 'none', name: 'none' }
const restMs = 600

export interface GithubLook {
  /** What GitHub says about the repository; undefined where it says nothing. */
  readonly facts: GithubFacts | undefined
  /** What it could not be asked; null where nothing is missing, and while it is asked. */
  readonly gaps: GithubGaps | null
  readonly askAgain: () => void
}

/** What GitHub says about the repository of a subject, once the subject rests. */
export function useGithubFacts(issuer: string, subject: string): GithubLook {
  const path = useRested(repositoryOf(issuer, subject), restMs)
  const repository = githubRepositoryQuery(path ?? nobody)
  const environments = githubEnvironmentsQuery(path ?? nobody)
  const found = useQuery(path === null ? { ...repository, queryFn: skipToken } : repository)
  // Of a repository that GitHub does not show there is nothing more to ask.
  const listed = useQuery(
    path === null || found.data === undefined ? { ...environments, queryFn: skipToken } : environments,
  )
  const facts = useMemo(
    () => (path === null || found.data === undefined ? undefined : githubFactsOf(found.data, listed.data)),
    [path, found.data, listed.data],
  )
  return {
    facts,
    gaps:
      path === null
        ? null
        : githubGapsOf(path, {
            repository: found.data,
            error: found.error,
            errorAt: found.errorUpdatedAt,
            areEnvironmentsMissing: listed.error !== null || listed.data?.complete === false,
          }),
    askAgain: () => void (found.error === null ? listed.refetch() : found.refetch()),
  }
}
