import { expect, test } from 'vitest'
import type { ErrorCode } from '@trustwright/shared-schemas'
import { ApiProblem, ConnectionProblem } from '../../api/api-problem.ts'
import { retryWait, waitWords } from './retry-wait.ts'

function problem(code: ErrorCode, retryAfterSeconds?: number): ApiProblem {
  return new ApiProblem({
    type: 'about:blank',
    title: '',
    status: 409,
    code,
    detail: '',
    nextStep: '',
    requestId: 'r',
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  })
}

test.each<[string, unknown, number]>([
  ['an answer that was lost: it may have been done', new ConnectionProblem('lost'), 0],
  ['a failure of Azure: it may have been done', problem('UPSTREAM_FAILED'), 0],
  ['a deadline that passed: it may have been done', problem('UPSTREAM_TIMEOUT'), 0],
  ['a missing right', problem('FORBIDDEN'), 0],
  ['a sign-in step', problem('STEP_UP_REQUIRED'), 0],
  ['an hour that Azure asks for', problem('THROTTLED', 3600), 0],
  ['a fourth try', problem('CONCURRENT_WRITE'), 3],
  ['no error', null, 0],
])('nothing is sent again by itself after %s', (_, error, tries) => {
  expect(retryWait(error, tries, 'create-below-parent')).toBeNull()
})

test('the wait that Azure names is kept, and one for another write grows', () => {
  expect(retryWait(problem('THROTTLED', 20), 0, 'change')).toBe(20)
  expect(retryWait(problem('THROTTLED', 0), 0, 'change')).toBe(1)
  expect([0, 1, 2].map((tries) => retryWait(problem('CONCURRENT_WRITE'), tries, 'change'))).toEqual([
    5, 10, 20,
  ])
})

test('what was made just now is waited for below it alone: a change of what is gone is not sent again', () => {
  expect(retryWait(problem('NOT_FOUND'), 0, 'create-below-parent')).toBe(5)
  expect(retryWait(problem('NOT_FOUND'), 0, 'change')).toBeNull()
})

test.each<[ErrorCode, string]>([
  ['NOT_FOUND', 'Waiting: Azure does not show the identity yet'],
  ['CONCURRENT_WRITE', 'Waiting: another change is going on'],
  ['THROTTLED', 'Waiting: Azure asked us to slow down'],
])(
  'the wait after %s says what is waited for, what was done and what comes, and no word of failing',
  (code, title) => {
    const words = waitWords(problem(code), {
      secondsLeft: 8,
      tries: 1,
      write: 'create-below-parent',
      stored: 0,
    })
    expect(words).toEqual({
      title,
      state: expect.stringMatching(/^Nothing was stored, and what you typed stays\./),
      countdown: 'The portal tries again in 8 s, 2 of 3.',
    })
    expect(JSON.stringify(words)).not.toMatch(/fail/i)
  },
)

test('a wait of minutes is told as a clock', () => {
  const words = waitWords(problem('THROTTLED'), { secondsLeft: 200, tries: 0, write: 'change', stored: 2 })
  expect(words.countdown).toBe('The portal tries again in 3:20 min, 1 of 3.')
  expect(words.state).toBe('What was stored before it stays; nothing more was.')
})
