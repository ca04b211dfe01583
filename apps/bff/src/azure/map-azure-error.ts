import type { ErrorCode, Problem } from '@trustwright/shared-schemas'
import { BrokenCircuitError } from 'cockatiel'
import { PortalError } from '../errors.ts'
import type { AzureAnswer } from './azure-answer.ts'
import {
  AddressRefused,
  AnswerTooLarge,
  AzureRefusal,
  DeadlinePassed,
  isTransportError,
  UnreadableAnswer,
} from './azure-failures.ts'
import type { ErrorRule } from './error-rule.ts'
import { errorRules } from './error-rules.ts'
import { smallestRole } from '../domain/smallest-role.ts'

type Mapped = Pick<PortalError, 'code'> & { detail?: string; nextStep?: string }

/** What differs between the services of Azure. */
export interface Service {
  readonly name: 'arm' | 'graph'
  /** First match wins; by status where none does. */
  readonly rules: readonly ErrorRule[]
  /** What FORBIDDEN names, from Azure's message. */
  readonly missing: (message: string) => NonNullable<Problem['missing']>
}

const arm: Service = { name: 'arm', rules: errorRules, missing: missingPermission }

/**
 * Any error of a call to Azure as an error that a person may see, with what Azure said in `upstream`. A PortalError
 * (from the token source) and a fault of the portal itself come back as they are.
 */
export function mapAzureError(error: unknown, service: Service = arm): unknown {
  if (error instanceof AzureRefusal) return mapRefusal(error, service)
  if (error instanceof UnreadableAnswer) {
    return new PortalError('UPSTREAM_FAILED', {
      detail: 'Azure sent an incomplete answer, so nothing can be concluded from it.',
      upstream: upstreamOf(error.answer, service),
      cause: error,
    })
  }
  if (error instanceof DeadlinePassed) return new PortalError('UPSTREAM_TIMEOUT', { cause: error })
  if (error instanceof BrokenCircuitError) {
    return new PortalError('UPSTREAM_FAILED', {
      detail: 'Azure failed many times in a row, so the portal pauses its requests for some seconds.',
      retryAfterSeconds: 5,
      cause: error,
    })
  }
  if (error instanceof AddressRefused || error instanceof AnswerTooLarge || isTransportError(error)) {
    return new PortalError('UPSTREAM_FAILED', { cause: error })
  }
  return error
}

function mapRefusal(error: AzureRefusal, service: Service): PortalError {
  const { answer } = error
  const { code, ...texts } = meaningOf(answer, service.rules)
  return new PortalError(code, {
    ...texts,
    upstream: upstreamOf(answer, service),
    ...(code === 'FORBIDDEN' && { missing: service.missing(answer.message ?? '') }),
    ...(answer.retryAfterSeconds !== null && { retryAfterSeconds: answer.retryAfterSeconds }),
    cause: error,
  })
}

function meaningOf(answer: AzureAnswer, rules: readonly ErrorRule[]): Mapped {
  const rule = rules.find(
    ({ codes, text }) =>
      (codes?.some((code) => code.toLowerCase() === answer.code?.toLowerCase()) ?? true) &&
      (text === undefined || text.test(answer.message ?? '')),
  )
  if (rule === undefined) return { code: byStatus(answer) }
  const { becomes, detail, nextStep } = rule
  return { code: becomes, ...(detail && { detail }), ...(nextStep && { nextStep }) }
}

function byStatus({ status, wantsClaims }: AzureAnswer): ErrorCode {
  if (status === 401) return wantsClaims ? 'STEP_UP_REQUIRED' : 'SESSION_ENDED'
  if (status === 403) return 'FORBIDDEN'
  if (status === 404) return 'NOT_FOUND'
  if (status === 408) return 'UPSTREAM_TIMEOUT'
  if (status === 429) return 'THROTTLED'
  return status >= 500 ? 'UPSTREAM_FAILED' : 'UPSTREAM_REFUSED'
}

function upstreamOf(answer: AzureAnswer, { name }: Service): NonNullable<Problem['upstream']> {
  const { status, code, message, requestId, correlationId } = answer
  return { service: name, status, code, message, requestId, correlationId }
}

/** ARM names action and scope in the text of AuthorizationFailed only. */
function missingPermission(message: string): NonNullable<Problem['missing']> {
  const found = /perform action '([^']+)' over scope '([^']+)'/.exec(message)
  const action = found?.[1] ?? null
  return { action, scope: found?.[2] ?? null, role: action === null ? null : smallestRole(action) }
}
