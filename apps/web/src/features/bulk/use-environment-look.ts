import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { githubEnvironmentsQuery } from '../../api/github-queries.ts'
import { askAll } from './ask-all.ts'
import {
  environmentPaths,
  missingEnvironments,
  type EnvironmentAnswers,
  type MissingEnvironment,
} from './environment-rows.ts'
import { keyOfRepository } from './github-rows.ts'
import type { BulkRows } from './use-rows.ts'

/** One question a repository, beside those about its subjects. GitHub answers a person about 5,000 in an hour. */
const mostAsked = 300
/** Nobody is signed in to GitHub: everybody of the portal shares 60 questions an hour. */
const mostAskedAnonymously = 5

export interface EnvironmentLook {
  readonly missing: readonly MissingEnvironment[]
  /** Repositories whose environments GitHub told. */
  readonly told: number
  /** Repositories that were not asked about, since that would take too many questions. */
  readonly left: number
}

/** Asks which environments the repositories have, once GitHub told of the repositories themselves. */
export function useEnvironmentLook({ rows, github }: Pick<BulkRows, 'rows' | 'github'>): EnvironmentLook {
  const queries = useQueryClient()
  const { answers, asking, isConnected, round } = github
  const wanted = useMemo(() => rows.map(({ row }) => row), [rows])
  const paths = useMemo(
    () => (asking > 0 ? [] : environmentPaths(wanted, answers)),
    [wanted, answers, asking],
  )
  const most = isConnected ? mostAsked : mostAskedAnonymously
  const [known, setKnown] = useState<EnvironmentAnswers>(new Map())
  const latest = useRef(known)

  // What was told to somebody who is signed in no more is not shown without them.
  useEffect(() => {
    latest.current = new Map()
    setKnown(latest.current)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the change of it is what matters
  }, [round])

  useEffect(() => {
    const controller = new AbortController()
    const open = paths.slice(0, most).filter((path) => !latest.current.has(keyOfRepository(path)))
    if (open.length > 0) {
      void askAll(
        {
          ask: (path) => queries.fetchQuery(githubEnvironmentsQuery(path)),
          refuse: () => null,
          paths: open,
          signal: controller.signal,
        },
        (some) => {
          latest.current = new Map([...latest.current, ...some])
          setKnown(latest.current)
        },
      )
    }
    return () => controller.abort()
  }, [paths, most, queries])

  return useMemo(
    () => ({
      missing: missingEnvironments(wanted, known),
      told: paths.filter((path) => (known.get(keyOfRepository(path)) ?? null) !== null).length,
      left: Math.max(0, paths.length - most),
    }),
    [wanted, known, paths, most],
  )
}
