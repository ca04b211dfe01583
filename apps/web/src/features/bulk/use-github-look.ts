import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { githubConnectionQuery, githubRepositoryQuery } from '../../api/github-queries.ts'
import { askAll } from './ask-all.ts'
import type { BulkValues } from './bulk-form.ts'
import { keyOfRepository, type GithubAnswer, type GithubAnswers, type RepositoryPath } from './github-rows.ts'

/** Nobody is signed in to GitHub: everybody of the portal shares 60 questions an hour. */
const askedByItself = 20

export interface GithubLook {
  readonly answers: GithubAnswers
  /** Repositories that are still asked about. */
  readonly asking: number
  readonly all: number
  readonly isAsked: boolean
  readonly isConnected: boolean
  /** A person can sign in to GitHub here. */
  readonly canConnect: boolean
  /** Set where GitHub takes no more questions for now; the rest was not asked about. */
  readonly stopped: string | null
  /** Asks about those that were not answered once more. */
  readonly askAgain: () => void
  /** Changes when every answer was forgotten. */
  readonly round: number
  /** Forgets every answer, as they were given to who is signed in no more, and asks anew. */
  readonly forget: () => void
}

/** Asks GitHub about each repository once, a few at a time, and stops where it takes no more questions. */
export function useGithubLook(
  repositories: readonly RepositoryPath[],
  choice: BulkValues['askGithub'],
): GithubLook {
  const queries = useQueryClient()
  const connection = useQuery(githubConnectionQuery)
  const isConnected = (connection.data?.connection ?? null) !== null
  const isLittle = repositories.length <= askedByItself || isConnected
  const isOpen = choice === '' && !isLittle && connection.isPending
  const isAsked = choice === 'yes' || (choice === '' && isLittle)
  const [known, setKnown] = useState<GithubAnswers>(new Map())
  const [stopped, setStopped] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const isStopped = stopped !== null
  const latest = useRef<GithubAnswers>(known)
  const missing = useMemo(
    () => repositories.filter((path) => !known.has(keyOfRepository(path))).length,
    [repositories, known],
  )

  useEffect(() => {
    if (!isAsked || isStopped) return undefined
    const controller = new AbortController()
    // A repository is still being typed.
    const timer = setTimeout(() => {
      const left = repositories.filter((path) => !latest.current.has(keyOfRepository(path)))
      void askAll<GithubAnswer>(
        {
          ask: async (path) => ({
            repository: await queries.fetchQuery(githubRepositoryQuery(path)),
            problem: null,
          }),
          refuse: (problem) => ({ repository: null, problem }),
          paths: left,
          signal: controller.signal,
        },
        (answers, end) => {
          latest.current = new Map([...latest.current, ...answers])
          setKnown(latest.current)
          setStopped(end)
        },
      )
    }, 400)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new `round` asks anew
  }, [isAsked, repositories, isStopped, round, queries])

  return {
    answers: known,
    asking: (isAsked || isOpen) && stopped === null ? missing : 0,
    all: repositories.length,
    isAsked,
    isConnected,
    canConnect: connection.data?.canConnect === true,
    stopped,
    askAgain: () => {
      latest.current = new Map([...latest.current].filter(([, { repository }]) => repository !== null))
      setKnown(latest.current)
      setStopped(null)
    },
    round,
    forget: () => {
      latest.current = new Map()
      setKnown(latest.current)
      setStopped(null)
      setRound((before) => before + 1)
    },
  }
}
