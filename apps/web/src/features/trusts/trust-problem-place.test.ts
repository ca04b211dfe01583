import type { ErrorCode } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { placeChangeProblem, placeCreateProblem } from './trust-problem-place.ts'

function problem(code: ErrorCode, fields: { path: string; message: string }[] = []) {
  return { code, fields, problem: { detail: 'What and why.', nextStep: 'What to do.' } }
}

test('a taken name lands on the name, with what to do', () => {
  expect(placeCreateProblem(problem('TRUST_NAME_TAKEN'), 'github-actions')).toEqual([
    { path: 'name', message: 'What and why. What to do.' },
  ])
})

test('a taken pair lands at the subject area', () => {
  expect(placeCreateProblem(problem('TRUST_PAIR_TAKEN'), 'kubernetes')[0]?.path).toBe('root.claims')
  expect(placeChangeProblem(problem('TRUST_PAIR_TAKEN'))[0]?.path).toBe('subject')
})

test.each([
  ['name', 'github-actions', 'name'],
  ['body.name', 'github-actions', 'name'],
  ['subject', 'github-actions', 'root.claims'],
  ['issuer', 'github-actions', 'root.claims'],
  ['issuer', 'kubernetes', 'fields.kubernetes.issuer'],
  ['subject', 'kubernetes', 'root.claims'],
  ['issuer', 'other-issuer', 'fields.other-issuer.issuer'],
  ['subject', 'other-issuer', 'fields.other-issuer.subject'],
  ['issuer', 'aks', 'fields.aks.issuer'],
  ['subject', 'env-zero', 'fields.env-zero.subject'],
  ['issuer', 'gitlab', 'root.claims'],
  ['audiences', 'spacelift', 'audience'],
  ['audiences', 'github-actions', 'audience'],
  ['audiences.0', 'kubernetes', 'audience'],
  ['/audiences/0', 'other-issuer', 'fields.other-issuer.audience'],
  ['body.audiences[0]', 'github-actions', 'audience'],
  ['something.new', 'github-actions', 'root.claims'],
  ['', 'github-actions', 'root.claims'],
] as const)('the refused field %j of preset %s lands on %s', (path, presetId, place) => {
  const placed = placeCreateProblem(problem('INPUT_REFUSED', [{ path, message: 'Change it.' }]), presetId)
  expect(placed).toEqual([{ path: place, message: 'Change it.' }])
})

test('two refused fields land on two places', () => {
  const fields = [
    { path: 'issuer', message: 'One.' },
    { path: 'audiences.0', message: 'Two.' },
  ]
  expect(placeChangeProblem(problem('INPUT_REFUSED', fields)).map(({ path }) => path)).toEqual([
    'issuer',
    'audience',
  ])
})

test.each(['FORBIDDEN', 'RESOURCE_LOCKED', 'CONCURRENT_WRITE', 'TRUST_LIMIT_REACHED', 'INTERNAL'] as const)(
  '%s belongs to no field',
  (code) => {
    expect(placeCreateProblem(problem(code), 'github-actions')).toEqual([])
    expect(placeChangeProblem(problem(code))).toEqual([])
  },
)
