import { ApiProblem } from '../../api/api-problem.ts'
import { problemText } from '../../api/problem-text.ts'
import { keyOfRepository, type RepositoryPath } from './github-rows.ts'

const atOnce = 3
const tellEachMs = 500

interface AskInput<Answer> {
  readonly ask: (path: RepositoryPath) => Promise<Answer>
  /** What stands for a repository that GitHub refused to tell of. */
  readonly refuse: (problem: string) => Answer
  readonly paths: readonly RepositoryPath[]
  readonly signal: AbortSignal
}

/**
 * Asks a few at a time, and stops at the first answer that says no further one would come.
 * `tell` gets what was answered since it was told last, and why nothing more is asked; null while more is.
 */
export async function askAll<Answer>(
  { ask, refuse, paths, signal }: AskInput<Answer>,
  tell: (answers: ReadonlyMap<string, Answer>, end: string | null) => void,
): Promise<void> {
  let end: string | null = null
  let next = 0
  let untold = new Map<string, Answer>()
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
        untold.set(keyOfRepository(path), await ask(path))
      } catch (error) {
        if (isEnd(error)) end = endWords(error, Date.now())
        else untold.set(keyOfRepository(path), refuse(`${problemText(error).title}.`))
      }
      // The plan is made anew with each telling.
      if (Date.now() - toldAt > tellEachMs) flush()
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  flush()
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** The words stay on the page, so they say a time of day, which stays true. */
function endWords(error: unknown, now: number): string {
  const { title, nextStep } = problemText(error)
  const seconds = error instanceof ApiProblem ? error.retryAfterSeconds : null
  if (seconds === null) return `${title}. ${nextStep}`
  return `${title}. It answers again at ${clock.format(now + seconds * 1000)}; the rows go on without it.`
}

/** No further question would be answered now. */
function isEnd(error: unknown): boolean {
  const ends = ['GITHUB_RATE_LIMITED', 'GITHUB_CONNECTION_ENDED', 'GITHUB_TIMEOUT', 'GITHUB_FAILED']
  return !(error instanceof ApiProblem) || [...ends, 'TOO_MANY_REQUESTS'].includes(error.code)
}
