import { ApiProblem } from '../../api/api-problem.ts'
import { problemText } from '../../api/problem-text.ts'

interface Access {
  readonly isSignedIn: boolean
  readonly canSignIn: boolean
  /** When GitHub answered so, in milliseconds. */
  readonly now: number
}

export interface MissedWords {
  readonly title: string
  readonly text: string
  /** What may change GitHub's answer. */
  readonly helps: 'sign-in' | 'sign-in-again' | 'retry'
}

const byHand = 'Go on by hand: compare the capitals with GitHub’s own page.'
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Why GitHub told nothing of the repository, in a person's words, and what helps. */
export function missedWords(error: unknown, repository: string, access: Access): MissedWords {
  const { title, cause, nextStep } = problemText(error)
  const { isSignedIn, canSignIn, now } = access
  const signIn = canSignIn && !isSignedIn ? 'sign-in' : 'retry'
  const code = error instanceof ApiProblem ? error.code : null
  if (code === 'GITHUB_NOT_FOUND' || code === 'GITHUB_SIGN_IN_REQUIRED') {
    return {
      title: `GitHub does not show ${repository}`,
      text: isSignedIn
        ? `It is not there under this name, or your account may not read it. ${byHand}`
        : `It is private, or not there under this name. ${byHand}`,
      helps: signIn,
    }
  }
  if (code === 'GITHUB_CONNECTION_ENDED') {
    return { title, text: 'Sign in there again, or go on by hand.', helps: 'sign-in-again' }
  }
  if (code === 'GITHUB_RATE_LIMITED') {
    const limit = isSignedIn ? '' : 'Everybody who is not signed in to GitHub shares its limit here. '
    return { title, text: `It answers again ${whenAgain(error, now)}. ${limit}${byHand}`, helps: signIn }
  }
  const isSilent = code === 'GITHUB_FAILED' || code === 'GITHUB_TIMEOUT'
  // Where the cause is no more than the title, the title has said it.
  const because = cause.startsWith(title) ? '' : `${cause} `
  return { title, text: `${because}${isSilent ? byHand : nextStep}`, helps: 'retry' }
}

function whenAgain(error: unknown, now: number): string {
  const seconds = error instanceof ApiProblem ? error.retryAfterSeconds : null
  if (seconds === null) return 'in a while'
  return seconds < 90 ? `in ${seconds} s` : `at ${clock.format(now + seconds * 1000)}`
}
