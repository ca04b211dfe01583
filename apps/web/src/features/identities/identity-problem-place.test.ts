import type { ErrorCode } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { placeIdentityProblem } from './identity-problem-place.ts'

function problem(code: ErrorCode, path?: string) {
  const fields = path === undefined ? [] : [{ path, message: 'Change it.' }]
  return { code, fields, problem: { detail: 'What and why.', nextStep: 'What to do.' } }
}

test.each([
  ['RESOURCE_GROUP_EXISTS', undefined, 'group', 'newGroupName'],
  ['IDENTITY_EXISTS', undefined, 'identity', 'identityName'],
  ['INPUT_REFUSED', 'name', 'group', 'newGroupName'],
  ['INPUT_REFUSED', 'location', 'group', 'newGroupLocation'],
  ['INPUT_REFUSED', 'location', 'identity', 'location'],
  ['INPUT_REFUSED', 'body.identityName', 'identity', 'identityName'],
  ['INPUT_REFUSED', '/location', 'identity', 'location'],
] as const)('%s of %s in the %s step lands on %s', (code, path, step, place) => {
  expect(placeIdentityProblem(problem(code, path), step).map((placed) => placed.path)).toEqual([place])
})

test.each([
  ['FORBIDDEN', undefined],
  ['POLICY_REFUSED', undefined],
  ['INPUT_REFUSED', 'something.new'],
] as const)('%s of %s belongs to no field', (code, path) => {
  expect(placeIdentityProblem(problem(code, path), 'identity')).toEqual([])
})
