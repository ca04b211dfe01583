import { errorCatalogue, errorCodes, type Problem } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { ApiProblem, ConnectionProblem, ReplyProblem } from './api-problem.ts'
import { problemText } from './problem-text.ts'

function problem(changes: Partial<Problem> = {}): ApiProblem {
  return new ApiProblem({
    type: 'about:blank',
    title: 'x',
    status: 500,
    code: 'INTERNAL',
    detail: 'The database gave up.',
    nextStep: 'Try again.',
    requestId: 'r-1',
    ...changes,
  })
}

test.each(errorCodes)('%s has a title, cause, next step and reference', (code) => {
  const text = problemText(problem({ code }))
  expect(text).toMatchObject({
    title: errorCatalogue[code].title,
    cause: 'The database gave up.',
    nextStep: 'Try again.',
    reference: 'r-1',
  })
})

test.each([
  ['THROTTLED', true],
  ['UPSTREAM_TIMEOUT', true],
  ['FORBIDDEN', false],
  ['INPUT_REFUSED', false],
  ['TRUST_NAME_TAKEN', false],
] as const)('trying %s again is offered: %s', (code, offered) => {
  expect(problemText(problem({ code })).canRetry).toBe(offered)
})

test('the wait that Azure asked for is named in whole seconds', () => {
  expect(problemText(problem({ code: 'THROTTLED', retryAfterSeconds: 19.2 })).nextStep).toBe(
    'Try again. The wait asked for is 20 s.',
  )
})

test("Azure's own words stay word for word", () => {
  const upstream = {
    service: 'arm',
    status: 403,
    code: 'AuthorizationFailed',
    message: 'The client <b>x</b> may not.',
    requestId: null,
    correlationId: null,
  } as const
  expect(problemText(problem({ upstream })).azureSaid).toBe(
    'AuthorizationFailed: The client <b>x</b> may not.',
  )
  expect(problemText(problem({ upstream: { ...upstream, message: null } })).azureSaid).toBeNull()
})

test.each([
  [new ConnectionProblem('x')],
  [new ReplyProblem(502, 'html')],
  [new Error('boom')],
  ['text'],
  [undefined],
])('anything thrown has words and a next step: %s', (error) => {
  const { title, cause, nextStep, reference } = problemText(error)
  expect([title, cause, nextStep].every((words) => words.length > 10)).toBe(true)
  expect(reference).toBeNull()
  expect(`${title} ${cause} ${nextStep}`).not.toMatch(/please|invalid|oops|!/i)
})
