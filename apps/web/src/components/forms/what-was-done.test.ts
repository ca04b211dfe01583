import { errorCatalogue, type ErrorCode } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { ApiProblem, ConnectionProblem, ReplyProblem } from '../../api/api-problem.ts'
import { whatWasDone } from './what-was-done.ts'

const problem = (code: ErrorCode, detail = 'Azure said no.') =>
  new ApiProblem({
    ...errorCatalogue[code],
    type: 'about:blank',
    code,
    detail,
    nextStep: '',
    requestId: 'r',
  })

test.each<[ErrorCode, string]>([
  ['FORBIDDEN', 'Your account lacks a permission for this in Azure.'],
  ['THROTTLED', 'Azure limits how often it may be asked, and that limit is reached.'],
  ['REGION_NOT_SUPPORTED', 'The identity lies in a region where Azure does not support trusts.'],
  ['UPSTREAM_REFUSED', 'Azure refused this.'],
])('after %s nothing was stored, and the page says so', (code, detail) => {
  expect(whatWasDone(problem(code, detail), 'create-below-parent')).toBe(
    'Nothing was stored, and what you typed stays.',
  )
})

test('what the refusal says itself is not said twice', () => {
  const detail = 'A policy assigned in Azure refuses this, so nothing was stored.'
  expect(whatWasDone(problem('POLICY_REFUSED', detail), 'change')).toBeNull()
})

test('trusts of the same form that were stored before are not denied', () => {
  expect(whatWasDone(problem('FORBIDDEN'), 'create-below-parent', 1)).toBe(
    'What was stored before it stays; nothing more was.',
  )
})

test.each([
  ['a connection that broke', new ConnectionProblem('lost')],
  ['an answer of somebody else', new ReplyProblem(502, null)],
  ['a deadline that passed', problem('UPSTREAM_TIMEOUT')],
  ['a failure of Azure', problem('UPSTREAM_FAILED')],
])('after %s nobody knows, and the page does not claim to', (_, error) => {
  expect(whatWasDone(error, 'create-below-parent')).toContain('Nobody knows yet whether it was stored')
  expect(whatWasDone(error, 'change')).toContain('Nobody knows yet whether it was saved')
})

test('a write that never reached Azure is not called lost', () => {
  const detail = 'The portal cannot reach its database, so nothing was sent to Azure.'
  expect(whatWasDone(problem('DATABASE_UNAVAILABLE', detail), 'change')).toBeNull()
})
