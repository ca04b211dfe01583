import type { Problem } from '@trustwright/shared-schemas'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import {
  forgetSessionLost,
  noticeSession,
  noticeSessionCode,
  readSessionLost,
  readWantedOfSignIn,
  subscribeSessionLost,
} from './session-lost.ts'

afterEach(() => forgetSessionLost())
afterAll(() => vi.resetModules())

const problem = { type: 't', title: 't', status: 401, detail: 'd', nextStep: 'n', requestId: 'r' }
const answered = (more: Pick<Problem, 'code'> & Partial<Problem>): Problem => ({ ...problem, ...more })

test('what Azure wants of the next sign-in is read from the answer, with letters beyond ASCII', () => {
  const wanted = '{"access_token":{"acrs":{"essential":true,"values":["ü?>"]}}}'
  const claims = Buffer.from(wanted).toString('base64url')
  noticeSessionCode(answered({ code: 'STEP_UP_REQUIRED', claims }))
  expect([readSessionLost(), readWantedOfSignIn()]).toEqual([
    'STEP_UP_REQUIRED',
    { claims: wanted, consent: [] },
  ])
})

test('a session whose work in the background wants more of the token asks for the same', () => {
  noticeSession({})
  expect(readSessionLost()).toBeNull()
  noticeSession({ claims: 'e30' })
  expect([readSessionLost(), readWantedOfSignIn().claims]).toEqual(['WORK_WAITS', '{}'])
})

test('what somebody has to agree to goes along to the next sign-in', () => {
  const scopes = ['https://management.azure.com/user_impersonation']
  noticeSessionCode(answered({ code: 'CONSENT_REQUIRED', consent: { clientId: 'c', scopes } }))
  expect(readWantedOfSignIn()).toEqual({ claims: null, consent: scopes })
})

test('a later answer takes the place of an earlier one, and a sign-in ends both', () => {
  noticeSessionCode(answered({ code: 'STEP_UP_REQUIRED', claims: 'e30' }))
  noticeSessionCode(answered({ code: 'SESSION_ENDED' }))
  expect(readWantedOfSignIn()).toEqual({ claims: null, consent: [] })
  const told: unknown[] = []
  const stop = subscribeSessionLost(() => told.push(readSessionLost()))
  forgetSessionLost()
  stop()
  expect(told).toEqual([null])
})

test.each(['NOT_FOUND', 'FORBIDDEN', 'TWO_PROOFS', 'PORTAL_PAGES_ONLY'] as const)(
  '%s says nothing about the session',
  (code) => {
    noticeSessionCode(answered({ code }))
    expect(readSessionLost()).toBeNull()
  },
)
