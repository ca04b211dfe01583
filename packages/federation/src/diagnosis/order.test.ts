import { expect, test } from 'vitest'
import { type Cause, causeOf } from './cause.ts'
import { causeCodes, causeFacts } from './codes.ts'
import { diagnosisOf } from './order.ts'

function cause(code: Cause['code'], severity: Cause['severity'], certainty: Cause['certainty']): Cause {
  return causeOf(code, { severity, certainty, text: `${code} ${severity}`, evidence: '', fix: '' })
}

test('severity comes before certainty, and certainty before what explains the others away', () => {
  const sorted = [
    cause('cross-cloud', 'block', 'certain'),
    cause('subject-case', 'block', 'certain'),
    cause('environment-replaces-ref', 'block', 'certain'),
    cause('audience-other-cloud', 'block', 'certain'),
    cause('issuer-slash', 'block', 'likely'),
    cause('value-missing', 'warn', 'certain'),
    cause('subject-note', 'info', 'certain'),
  ]
  expect(diagnosisOf(sorted.toReversed()).causes).toEqual(sorted)
})

test('what is said twice is told once', () => {
  const twice = cause('issuer-slash', 'block', 'certain')
  expect(diagnosisOf([twice, { ...twice }]).causes).toEqual([twice])
})

test('every code has a family and a meaning that is a sentence', () => {
  for (const code of causeCodes) {
    expect(causeFacts[code].family).not.toBe('')
    expect(causeFacts[code].means).toMatch(/^\p{Lu}.*\.$/u)
  }
})
