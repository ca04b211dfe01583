import { expect, test } from 'vitest'
import { nextStep, stepOf } from './wizard-steps.ts'

const nothing = { workload: false, identity: false, access: false }

test.each([
  ['a new paste', 'start', nothing, 'workload'],
  ['a link with the whole workload', 'start', { ...nothing, workload: true }, 'identity'],
  ['a link that says all', 'start', { workload: true, identity: true, access: true }, 'review'],
  [
    'the workload of a chosen identity',
    'workload',
    { workload: true, identity: true, access: true },
    'review',
  ],
  [
    'an identity that has to be made',
    'identity',
    { workload: true, identity: true, access: false },
    'access',
  ],
  ['the review', 'review', { workload: true, identity: true, access: true }, 'verify'],
] as const)('after %s comes the first step that still asks', (_, after, clear, expected) => {
  expect(nextStep(after, clear)).toBe(expected)
})

test.each(['start', 'Workload', '', '..', 'done'])('%j in the address is no step', (text) => {
  expect(stepOf(text)).toBeNull()
})
