import type { Problem } from '@trustwright/shared-schemas'
import { BrokenCircuitError } from 'cockatiel'
import * as z from 'zod'
import { parseJson } from '../azure/azure-answer.ts'
import { isTransportError } from '../azure/azure-failures.ts'
import { PortalError } from '../errors.ts'
import {
  GithubDeadline,
  GithubLedAway,
  GithubPaused,
  GithubRefusal,
  GithubUnreadable,
  type GithubAnswer,
} from './github-failures.ts'

/** Any error of a call to GitHub as one that a person may see. A fault of the portal itself comes back as it is. */
export function mapGithubError(error: unknown, isSignedIn: boolean, now: number): unknown {
  if (error instanceof GithubRefusal) return mapRefusal(error, isSignedIn)
  if (error instanceof GithubPaused) {
    return new PortalError('GITHUB_RATE_LIMITED', {
      ...(isSignedIn && { nextStep: 'Wait for the stated time, or go on by hand.' }),
      retryAfterSeconds: Math.max(1, Math.ceil((error.until - now) / 1000)),
      cause: error,
    })
  }
  if (error instanceof GithubLedAway) return new PortalError('GITHUB_MOVED', { cause: error })
  if (error instanceof GithubDeadline) return new PortalError('GITHUB_TIMEOUT', { cause: error })
  if (error instanceof GithubUnreadable) {
    return new PortalError('GITHUB_FAILED', {
      detail: 'GitHub sent an answer that the portal cannot read, so nothing can be concluded from it.',
      cause: error,
    })
  }
  if (error instanceof BrokenCircuitError) {
    return new PortalError('GITHUB_FAILED', {
      detail: 'GitHub failed many times in a row, so the portal pauses its requests for some seconds.',
      retryAfterSeconds: 5,
      cause: error,
    })
  }
  if (isTransportError(error)) {
    return new PortalError('GITHUB_FAILED', { detail: 'The portal cannot reach GitHub.', cause: error })
  }
  return error
}

function mapRefusal(error: GithubRefusal, isSignedIn: boolean): PortalError {
  const { answer } = error
  const options = { upstream: upstreamOf(answer), cause: error }
  if (answer.status === 401) {
    return new PortalError(isSignedIn ? 'GITHUB_CONNECTION_ENDED' : 'GITHUB_SIGN_IN_REQUIRED', options)
  }
  if (answer.status === 404) {
    return new PortalError('GITHUB_NOT_FOUND', { ...options, ...(isSignedIn && notShownToYou) })
  }
  if (answer.status >= 500) return new PortalError('GITHUB_FAILED', options)
  // https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#using-sso
  if (answer.header('x-github-sso') !== null) {
    return new PortalError('GITHUB_REFUSED', { ...options, ...wantsOwnSignIn })
  }
  return new PortalError('GITHUB_REFUSED', options)
}

const notShownToYou = {
  detail: 'GitHub does not show this to you. It says the same of what does not exist.',
  nextStep:
    'Check owner and name, ask its owner for access for you and for the portal’s app, or go on by hand.',
}

const wantsOwnSignIn = {
  detail: 'The organisation wants its own sign-in at GitHub before it shows anything.',
  nextStep: 'Sign in to the organisation at GitHub, then to GitHub here again, or go on by hand.',
}

const Refused = z.looseObject({ message: z.string() })

function upstreamOf({ status, text, header }: GithubAnswer): NonNullable<Problem['upstream']> {
  return {
    service: 'github',
    status,
    code: null,
    message: Refused.safeParse(parseJson(text)).data?.message.slice(0, 1000) ?? null,
    requestId: header('x-github-request-id'),
    correlationId: null,
  }
}
