import { errorCodes } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { PortalError } from '../errors.ts'
import { outcomeOf, tracesOf } from './audited-write.ts'
import { UnsettledWrite } from './unsettled-write.ts'

test('an unsettled write is unknown, whatever its code', () => {
  for (const code of errorCodes) {
    expect(outcomeOf(new PortalError(code, { cause: new UnsettledWrite(new Error('lost')) }))).toBe('unknown')
  }
})

test.each([
  [new PortalError('FORBIDDEN'), 'refused'],
  [new PortalError('TRUST_CHANGED_MEANWHILE'), 'refused'],
  [new PortalError('THROTTLED'), 'refused'],
  [new PortalError('UPSTREAM_FAILED'), 'failed'],
  [new PortalError('UPSTREAM_TIMEOUT'), 'failed'],
  [new TypeError('x is undefined'), 'failed'],
  ['text', 'failed'],
])('%s is audited as %s', (error, outcome) => {
  expect(outcomeOf(error)).toBe(outcome)
})

test('a fault of the portal leaves no inner words in the audit trail', () => {
  expect(tracesOf(new Error('password=1'))).toEqual({ problemCode: 'INTERNAL' })
})
