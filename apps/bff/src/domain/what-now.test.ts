import { errorCodes, type ErrorCode } from '@trustwright/shared-schemas'
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { Unrecorded } from './unrecorded.ts'
import { UnsettledWrite } from './unsettled-write.ts'
import { PortalError, type PortalErrorOptions } from '../errors.ts'
import { freshTally, whatNow } from './what-now.ts'

/** Seconds of each wait until the step ends, and how. */
function course(error: unknown, isNew = false): [number[], string] {
  const tally = freshTally()
  const waits: number[] = []
  for (;;) {
    const now = whatNow(error, tally, isNew)
    if (now.kind === 'end') return [waits, 'result' in now.end ? '' : `${now.end.state} ${now.end.code}`]
    waits.push(now.ms / 1000)
  }
}

const of = (code: ErrorCode, options: PortalErrorOptions = {}) => new PortalError(code, options)
const upstream = (code: string, message = '') =>
  of('UPSTREAM_REFUSED', {
    upstream: { service: 'arm', status: 400, code, message, requestId: null, correlationId: null },
  })
const unsettled = { cause: new UnsettledWrite(new Error('lost')) }

test.each<[string, unknown, number[], string]>([
  ['a refusal', of('FORBIDDEN'), [], 'failed FORBIDDEN'],
  ['a policy', of('POLICY_REFUSED'), [], 'failed POLICY_REFUSED'],
  ['no room', of('TRUST_LIMIT_REACHED'), [], 'failed TRUST_LIMIT_REACHED'],
  ['something that is not there', of('NOT_FOUND'), [], 'failed NOT_FOUND'],
  ['an identity elsewhere', of('IDENTITY_EXISTS'), [], 'conflict IDENTITY_EXISTS'],
  ['a name taken meanwhile', of('TRUST_NAME_TAKEN'), [2, 2], 'conflict TRUST_NAME_TAKEN'],
  ['a failure', of('UPSTREAM_FAILED'), [2, 4, 8, 16], 'failed UPSTREAM_FAILED'],
  [
    'a failure with a time',
    of('UPSTREAM_FAILED', { retryAfterSeconds: 5 }),
    [5, 5, 8, 16],
    'failed UPSTREAM_FAILED',
  ],
  ['a lost answer', of('UPSTREAM_TIMEOUT', unsettled), [2, 4, 8, 16], 'unknown UPSTREAM_TIMEOUT'],
  ['others that write', of('CONCURRENT_WRITE'), [5, 10, 15, 20, 25, 30, 35, 40], 'failed CONCURRENT_WRITE'],
  ['a limit', of('THROTTLED', { retryAfterSeconds: 7 }), Array(30).fill(7), 'failed THROTTLED'],
  ['a limit without a time', of('THROTTLED'), Array(30).fill(10), 'failed THROTTLED'],
  ['a limit of hours', of('THROTTLED', { retryAfterSeconds: 3601 }), [], 'failed THROTTLED'],
  ['a fault of the portal', new TypeError('x'), [], 'failed INTERNAL'],
])('%s is met with its waits, then its end', (_, error, waits, end) => {
  expect(course(error)).toEqual([waits, end])
})

const spreading = [2, 4, 8, ...Array(11).fill(15)]

test.each<[string, PortalError, string]>([
  ['is not found', of('NOT_FOUND'), 'failed NOT_FOUND'],
  ['has no principal yet', upstream('PrincipalNotFound'), 'failed UPSTREAM_REFUSED'],
  [
    'has no application behind it yet',
    upstream('Request_BadRequest', 'The appId does not reference a valid application object.'),
    'failed UPSTREAM_REFUSED',
  ],
])('what was just made and %s is waited for, three minutes at the most', (_, error, end) => {
  expect(course(error, true)).toEqual([spreading, end])
  expect(course(error, false)).toEqual([[], end])
})

test.each([
  of('SESSION_ENDED'),
  of('STEP_UP_REQUIRED'),
  of('DATABASE_UNAVAILABLE'),
  of('INTERNAL', { cause: new Unrecorded('succeeded', new Error('x')) }),
  new DrizzleQueryError('select 1', [], Object.assign(new Error('down'), { code: 'ECONNREFUSED' })),
])('%s ends the run, not the step', (error) => {
  expect(() => whatNow(error, freshTally(), true)).toThrow(error)
})

test('every error of the list leads to an end', () => {
  const run = new Set<ErrorCode>(['SESSION_ENDED', 'STEP_UP_REQUIRED', 'DATABASE_UNAVAILABLE'])
  for (const code of errorCodes.filter((each) => !run.has(each))) {
    expect(course(of(code))[1]).toMatch(new RegExp(`^(failed|conflict) ${code}$`))
  }
})
