import type { GithubRepository } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { keyOfRepository, type GithubAnswer, type GithubAnswers, type RepositoryPath } from './github-rows.ts'

const atOnce = 3
const tellEachMs = 500

interface AskInput {
  readonly ask: (path: RepositoryPath) => Promise<GithubRepository>
  readonly paths: readonly RepositoryPath[]
  readonly signal: AbortSignal
}

/**
 * Asks a few at a time, and stops at the first answer that says no further one would come.
 * `tell` gets what was answered since it was told last, and why nothing more is asked; null while more is.
 */
export async function askAll(
  { ask, paths, signal }: AskInput,
  tell: (answers: GithubAnswers, end: string | null) => void,
): Promise<void> {
  let end: string | null = null
  let next = 0
  let untold = new Map<string, GithubAnswer>()
  let toldAt = Date.now()

  function flush(): void {
    if (signal.aborted) return
    tell(untold, end)
    untold = new Map()
    toldAt = Date.now()
  }

  async function work(): Promise<void> {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      if (signal.aborted || end !== null) return
      try {
        const repository = await ask(path)
        untold.set(keyOfRepository(path), { repository, problem: null })
      } catch (error) {
        const { title, nextStep } = problemText(error)
        if (isEnd(error)) end = `${title}. ${nextStep}`
        else untold.set(keyOfRepository(path), { repository: null, problem: `${title}.` })
      }
      // The plan is made anew with each telling.
      if (Date.now() - toldAt > tellEachMs) flush()
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  flush()
}

/** No further question would be answered now. */
function isEnd(error: unknown): boolean {
  const ends = ['GITHUB_RATE_LIMITED', 'GITHUB_CONNECTION_ENDED', 'GITHUB_TIMEOUT', 'GITHUB_FAILED']
  return !(error instanceof ApiProblem) || [...ends, 'TOO_MANY_REQUESTS'].includes(error.code)
}
