import { errorCatalogue } from '@trustwright/shared-schemas'
import { ApiProblem, ConnectionProblem, ReplyProblem } from './api-problem.ts'

/** What a person reads when something failed: what, why, what to do, and what to quote. */
export interface ProblemText {
  readonly title: string
  readonly cause: string
  readonly nextStep: string
  /** To quote when asking for help; null when no answer came. */
  readonly reference: string | null
  /** Word for word what Azure said; null when it said nothing. */
  readonly azureSaid: string | null
  readonly canRetry: boolean
}

const retryHelps = new Set([
  'THROTTLED',
  'TOO_MANY_REQUESTS',
  'CONCURRENT_WRITE',
  'UPSTREAM_FAILED',
  'UPSTREAM_TIMEOUT',
  'DATABASE_UNAVAILABLE',
  'INTERNAL',
])

/** The one mapper from a thrown value to words. */
export function problemText(error: unknown): ProblemText {
  if (error instanceof ApiProblem) return textOfProblem(error)
  if (error instanceof ConnectionProblem) {
    return {
      title: 'The portal did not answer',
      cause: 'The connection broke, or the portal is not running.',
      nextStep: 'Check your connection, then try again. What you typed is kept.',
      reference: null,
      azureSaid: null,
      canRetry: true,
    }
  }
  if (error instanceof ReplyProblem) {
    return {
      title: 'The answer was not understood',
      cause: `Something between this page and the portal answered instead, or the page is older than the portal (status ${error.status}).`,
      nextStep: 'Load the page again. If it stays, tell the people who run this portal.',
      reference: null,
      azureSaid: null,
      canRetry: true,
    }
  }
  return {
    title: 'This page failed, not your trust',
    cause: error instanceof Error ? `A mistake in the page: ${error.message}` : 'The cause is not known.',
    nextStep: 'Load the page again. If it stays, tell the people who run this portal.',
    reference: null,
    azureSaid: null,
    canRetry: true,
  }
}

function textOfProblem({ problem, code, upstream, retryAfterSeconds }: ApiProblem): ProblemText {
  const wait = retryAfterSeconds === null ? '' : ` The wait asked for is ${Math.ceil(retryAfterSeconds)} s.`
  return {
    title: errorCatalogue[code].title,
    cause: problem.detail,
    nextStep: problem.nextStep + wait,
    reference: problem.requestId,
    azureSaid:
      typeof upstream?.message !== 'string'
        ? null
        : [upstream.code, upstream.message].filter(Boolean).join(': '),
    canRetry: retryHelps.has(code),
  }
}
