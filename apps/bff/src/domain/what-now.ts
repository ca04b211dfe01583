import type { MissingRight } from '@trustwright/shared-schemas'
import { databaseIsDown } from '../db/database-is-down.ts'
import { Unrecorded } from './unrecorded.ts'
import { UnsettledWrite } from './unsettled-write.ts'
import { PortalError } from '../errors.ts'

/** How a step ended that did not get what it wanted. */
export interface FailedEnd {
  readonly state: 'failed' | 'conflict' | 'unknown'
  readonly code: string
  readonly detail: string
  readonly nextStep: string
  readonly missing?: MissingRight
}

/** What an error of a step leads to: another try after a wait, or its end. What ends the run is thrown on. */
export type WhatNow =
  | { readonly kind: 'wait'; readonly ms: number; readonly detail: string }
  | { readonly kind: 'end'; readonly end: FailedEnd }

/** Waits so far, by their reason. */
export interface Tally {
  throttled: number
  busy: number
  failed: number
  spreading: number
  meanwhile: number
}

export const freshTally = (): Tally => ({ throttled: 0, busy: 0, failed: 0, spreading: 0, meanwhile: 0 })

const longestWaitSeconds = 3600
const most = { throttled: 30, busy: 8, failed: 4, spreading: 14, meanwhile: 2 } as const satisfies Tally

const conflicts: ReadonlySet<string> = new Set([
  'TRUST_NAME_TAKEN',
  'TRUST_PAIR_TAKEN',
  'TRUST_CHANGED_MEANWHILE',
  'IDENTITY_EXISTS',
  'RESOURCE_GROUP_EXISTS',
])
/** Azure has what the portal did not see when it looked: it may be the very thing. */
const meanwhile: ReadonlySet<string> = new Set([
  'TRUST_NAME_TAKEN',
  'TRUST_PAIR_TAKEN',
  'RESOURCE_GROUP_EXISTS',
])

/** `isNew`: what the step is about was made a short while ago. */
export function whatNow(error: unknown, tally: Tally, isNew: boolean): WhatNow {
  if (endsTheRun(error)) throw error
  if (!(error instanceof PortalError))
    return { kind: 'end', end: ended(new PortalError('INTERNAL'), 'failed') }
  const { code, extras } = error
  const asked = extras.retryAfterSeconds
  if (code === 'THROTTLED' && (asked ?? 0) <= longestWaitSeconds && tally.throttled++ < most.throttled) {
    return {
      kind: 'wait',
      ms: (asked ?? 10) * 1000,
      detail: 'Azure asked the portal to slow down. Nothing was lost.',
    }
  }
  if (code === 'CONCURRENT_WRITE' && tally.busy++ < most.busy) {
    return wait(5 * tally.busy, 'Somebody else is changing this identity. The portal tries again.')
  }
  if (isNew && isNotSpread(error) && tally.spreading++ < most.spreading) {
    return wait(Math.min(2 ** tally.spreading, 15), 'Waiting for Azure to spread the new identity.')
  }
  if ((code === 'UPSTREAM_FAILED' || code === 'UPSTREAM_TIMEOUT') && tally.failed++ < most.failed) {
    return wait(
      Math.max(asked ?? 0, 2 ** tally.failed),
      'Azure gave no usable answer. The portal looks again.',
    )
  }
  if (meanwhile.has(code) && tally.meanwhile++ < most.meanwhile) {
    return wait(2, 'Something of this name was stored meanwhile. The portal looks again.')
  }
  return { kind: 'end', end: endOf(error) }
}

/** How an error ends a step. */
export function endOf(error: PortalError): FailedEnd {
  if (error.cause instanceof UnsettledWrite) return ended(error, 'unknown')
  return ended(error, conflicts.has(error.code) ? 'conflict' : 'failed')
}

/** The person's session, the portal's own notes, or its database. */
function endsTheRun(error: unknown): boolean {
  if (!(error instanceof PortalError)) return databaseIsDown(error)
  if (error.cause instanceof Unrecorded) return true
  return ['SESSION_ENDED', 'STEP_UP_REQUIRED', 'DATABASE_UNAVAILABLE'].includes(error.code)
}

/** Codes and texts of a part of Azure that does not know the new object yet. */
function isNotSpread({ code, extras: { upstream } }: PortalError): boolean {
  if (code === 'NOT_FOUND' || upstream?.code === 'PrincipalNotFound') return true
  return /does not reference a valid application|backing application/i.test(upstream?.message ?? '')
}

function wait(seconds: number, detail: string): WhatNow {
  return { kind: 'wait', ms: seconds * 1000, detail }
}

function ended(
  { code, detail, nextStep, extras: { missing } }: PortalError,
  state: 'failed' | 'conflict' | 'unknown',
): FailedEnd {
  return { state, code, detail, nextStep, ...(missing && { missing }) }
}
