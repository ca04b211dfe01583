import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { GithubRepository, GithubRepositoryPath } from '@trustwright/shared-schemas'
import { useEffect, useMemo, useRef, useState } from 'react'
import { githubConnectionQuery, githubRepositoryQuery } from '../../../api/github-queries.ts'
import { useHeldStill } from '../../../components/access/use-held-still.ts'
import { repositoryToAsk } from '../../../components/workload/asked-github.ts'
import { fieldsOfRepository } from '../../../components/workload/github-facts.ts'

type Fields = Readonly<Record<string, string>>

/** GitHub writes a name in other letters than the person did, or under another name by now. */
export interface Corrected {
  /** `Contoso/Shop`. */
  readonly from: string
  readonly isRenamed: boolean
}

export interface GithubLookUp {
  /** `contoso/pay-api`; null where there is nothing to look up. */
  readonly asked: string | null
  readonly asking: boolean
  readonly error: unknown
  /** When it came, in milliseconds. */
  readonly errorAt: number
  readonly repository: GithubRepository | null
  readonly corrected: Corrected | null
  readonly retry: () => void
}

const nobody: GithubRepositoryPath = { owner: 'none', name: 'none' }

/** Asks GitHub about the repository in the fields, and writes its answer over them once, when it comes. */
export function useGithubLookUp(fields: Fields | null, onFill: (fields: Fields) => void): GithubLookUp {
  const queries = useQueryClient()
  const connection = useQuery({ ...githubConnectionQuery, enabled: fields !== null })
  const isReady = fields !== null && !connection.isPending
  const path = isReady ? repositoryToAsk(fields, connection.data?.webUrl) : null
  const asked = useHeldStill(path === null ? null : nameOf(path), 300)
  const wanted = useMemo(() => pathOf(asked), [asked])
  const found = useQuery({ ...githubRepositoryQuery(wanted ?? nobody), enabled: wanted !== null })
  const repository = (wanted === null ? null : found.data) ?? null
  const [corrected, setCorrected] = useState<(Corrected & { readonly to: string }) | null>(null)
  // What was filled in before keeps what a person changed by hand since.
  const opened = useRef(`${fields?.['owner'] ?? ''}/${fields?.['repository'] ?? ''}`)

  useEffect(() => {
    if (repository === null || fields === null || asked === null) return
    const to = nameOf(repository)
    const isKnown = asked === to && opened.current === to && isSaid(fields)
    if (asked !== to) {
      setCorrected({ from: asked, to, isRenamed: repository.renamedFrom !== null })
      // The same answer holds under its own name: it is not asked again.
      const { owner, name } = repository
      queries.setQueryData(githubRepositoryQuery({ owner, name }).queryKey, repository)
    }
    opened.current = ''
    if (!isKnown) onFill(changesOf(fields, fieldsOfRepository(fields, repository)))
    // oxlint-disable-next-line react/exhaustive-deps -- once for each answer, not for each letter typed after it
  }, [repository])

  const isStill = repository !== null && corrected?.to === nameOf(repository)
  return {
    asked,
    asking: found.isFetching || (fields !== null && connection.isPending),
    error: wanted === null ? null : found.error,
    errorAt: found.errorUpdatedAt,
    repository,
    corrected: isStill ? corrected : null,
    retry: () => void found.refetch(),
  }
}

/** Alone what differs: a choice that is made at the same moment stays. */
function changesOf(fields: Fields, truth: Fields): Fields {
  return Object.fromEntries(Object.entries(truth).filter(([key, value]) => fields[key] !== value))
}

/** How the subject is made was decided before, with all that it needs. */
function isSaid({ identifiers = '', ownerId = '', repositoryId = '' }: Fields): boolean {
  return identifiers === 'ids' ? ownerId !== '' && repositoryId !== '' : identifiers !== ''
}

function nameOf({ owner, name }: GithubRepositoryPath): string {
  return `${owner}/${name}`
}

function pathOf(asked: string | null): GithubRepositoryPath | null {
  const [owner, name] = asked?.split('/') ?? []
  return owner === undefined || name === undefined ? null : { owner, name }
}
