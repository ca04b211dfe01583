import { isAnswerLost } from '../../api/answer-lost.ts'
import { ApiProblem } from '../../api/api-problem.ts'
import type { RetriedWrite } from './retry-wait.ts'

/** The server's own words say it already. */
const saysSo = /nothing was|was not (?:saved|begun|stored)|left as it is/i

/**
 * What a write that did not end well left behind, in one sentence; null where the refusal says it itself. `stored` trusts of
 * the same form were made before it.
 */
export function whatWasDone(error: unknown, write: RetriedWrite, stored = 0): string | null {
  if (error instanceof ApiProblem && saysSo.test(error.problem.detail)) return null
  if (isAnswerLost(error)) {
    return write === 'change'
      ? 'Nobody knows yet whether it was saved: open the trust in another tab to see.'
      : 'Nobody knows yet whether it was stored: the next try looks first, and makes nothing twice.'
  }
  return nothingDone(stored)
}

/** After a refusal, which Azure gives instead of doing it. */
export function nothingDone(stored: number): string {
  return stored === 0
    ? 'Nothing was stored, and what you typed stays.'
    : 'What was stored before it stays; nothing more was.'
}
