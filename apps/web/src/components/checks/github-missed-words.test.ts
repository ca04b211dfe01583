import type { Problem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { ApiProblem, ConnectionProblem } from '../../api/api-problem.ts'
import { missedWords } from './github-missed-words.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const problem = (code: Problem['code'], retryAfterSeconds?: number) =>
  new ApiProblem({
    type: 'about:blank',
    title: code,
    status: 404,
    detail: 'Detail.',
    nextStep: 'Next.',
    requestId: 'r',
    code,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
const words = (error: unknown, change: object = {}) =>
  missedWords(error, 'contoso/pay-api', { isSignedIn: false, canSignIn: true, now, ...change })

test.each([
  ['a private repository', problem('GITHUB_NOT_FOUND'), {}, 'It is private, or not there', 'sign-in'],
  ['a portal without sign-in', problem('GITHUB_NOT_FOUND'), { canSignIn: false }, 'It is private', 'retry'],
  [
    'what the account may not read',
    problem('GITHUB_NOT_FOUND'),
    { isSignedIn: true },
    'your account may not',
    'retry',
  ],
  ['a wish to sign in', problem('GITHUB_SIGN_IN_REQUIRED'), {}, 'It is private', 'sign-in'],
  [
    'an ended sign-in',
    problem('GITHUB_CONNECTION_ENDED'),
    { isSignedIn: true },
    'Sign in there again',
    'sign-in-again',
  ],
  ['a failure', problem('GITHUB_FAILED'), {}, 'Detail. Go on by hand', 'retry'],
  ['a silence', problem('GITHUB_TIMEOUT'), {}, 'Detail. Go on by hand', 'retry'],
  ['a move', problem('GITHUB_MOVED'), {}, 'Next.', 'retry'],
  ['a portal that is away', new ConnectionProblem('x'), {}, 'Check your connection', 'retry'],
] as const)('%s has its words and its way on', (_, error, change, text, helps) => {
  expect(words(error, change)).toMatchObject({ text: expect.stringContaining(text), helps })
})

test('what the title says is not said again', () => {
  const silent = new ApiProblem({
    ...problem('GITHUB_TIMEOUT').problem,
    detail: 'GitHub did not answer in time.',
  })
  expect(words(silent).text).toMatch(/^Go on by hand/)
})

test.each([
  [30, 'in 30 s'],
  [3000, 'at 1'],
  [undefined, 'in a while'],
])('out of rate for %s seconds says when it comes back', (seconds, text) => {
  expect(words(problem('GITHUB_RATE_LIMITED', seconds)).text).toContain(`It answers again ${text}`)
})

test('only who is not signed in shares a limit with everybody', () => {
  const limited = problem('GITHUB_RATE_LIMITED', 30)
  expect(words(limited).text).toContain('shares its limit')
  expect(words(limited, { isSignedIn: true }).text).not.toContain('shares its limit')
})
