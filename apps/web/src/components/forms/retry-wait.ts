import { errorCatalogue } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { nothingDone } from './what-was-done.ts'
import { clockText } from '../prove/spread-retry.ts'

/** Longer waits are the person's to take. */
const longestWaitSeconds = 300
const mostTries = 3

/**
 * What the form writes. Below a `parent` that was made just now, Azure answers 404 for a while; of a change the same
 * answer says that the thing is gone.
 */
export type RetriedWrite = 'create-below-parent' | 'change'

/**
 * Seconds until a refused write is sent again by itself; null where it is not. Only refusals that say that nothing was
 * done: Azure being busy with another write, asking to slow down, or not showing yet what was just made. `tries` were made
 * by themselves already.
 */
export function retryWait(error: unknown, tries: number, write: RetriedWrite): number | null {
  if (!(error instanceof ApiProblem) || tries >= mostTries) return null
  if (error.code === 'CONCURRENT_WRITE' || isNotYetVisible(error, write)) return 5 * 2 ** tries
  if (error.code !== 'THROTTLED') return null
  const seconds = Math.ceil(error.retryAfterSeconds ?? 10)
  return seconds <= longestWaitSeconds ? Math.max(1, seconds) : null
}

interface Wait {
  readonly secondsLeft: number
  readonly tries: number
  readonly write: RetriedWrite
  /** How many trusts of the same form are stored already. */
  readonly stored: number
}

interface WaitWords {
  /** What is waited for. */
  readonly title: string
  /** What was done so far: nothing. */
  readonly state: string
  /** When it is tried again; changes every second. */
  readonly countdown: string
}

/** A wait is no failure: what is waited for, what was done so far, and what comes next. */
export function waitWords(error: unknown, { secondsLeft, tries, write, stored }: Wait): WaitWords {
  const isNew = error instanceof ApiProblem && isNotYetVisible(error, write)
  const hint = isNew
    ? ' What was made just now shows within minutes; what was deleted does not come back.'
    : ''
  return {
    title: titleOf(error, write),
    state: nothingDone(stored) + hint,
    countdown: `The portal tries again in ${leftWords(secondsLeft)}, ${tries + 1} of ${mostTries}.`,
  }
}

/** `45 s`, `3:20 min`. */
function leftWords(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : `${clockText(seconds)} min`
}

function titleOf(error: unknown, write: RetriedWrite): string {
  if (!(error instanceof ApiProblem)) return 'Waiting for Azure'
  if (isNotYetVisible(error, write)) return 'Waiting: Azure does not show the identity yet'
  return `Waiting: ${lowerAzure(errorCatalogue[error.code].title)}`
}

function lowerAzure(title: string): string {
  return title.startsWith('Azure') ? title : title.charAt(0).toLowerCase() + title.slice(1)
}

function isNotYetVisible({ code }: ApiProblem, write: RetriedWrite): boolean {
  return code === 'NOT_FOUND' && write === 'create-below-parent'
}
