import { expect, test } from 'vitest'
import { explainExchangeError } from '../index.ts'
import { errorFacts } from './error-facts.ts'

const documented = [
  70021, 70025, 700211, 700212, 7002121, 700213, 7002131, 7002138, 700222, 700226, 700227, 700231, 700236,
  700238, 700223, 7000226, 700024, 700027, 7000272, 50027, 5002727, 90061, 50166, 501661, 700016, 7000215,
  1002012, 70011, 70003, 90002, 53003, 7002137, 5002738, 5002730, 700229, 70052, 7002381, 900382, 500011,
]

test.each(documented)('AADSTS%s has an explanation and a next step of its own', (number) => {
  const fact = errorFacts[String(number)]
  expect(fact?.explanation).toMatch(/^[A-Z].*\.$/)
  expect(fact?.nextStep).toMatch(/^[A-Z].*\.$/)
  expect(`${fact?.explanation} ${fact?.nextStep}`).not.toMatch(/invalid|please|oops|!/i)
})

const body = (number: number, text: string) => ({
  error: 'invalid_client',
  error_description: `AADSTS${number}: ${text} Trace ID: 1 Correlation ID: 2 Timestamp: 2026-09-30 10:00:00Z`,
  error_codes: [number],
})

test.each([
  [700213, 'subject', true],
  [700211, 'issuer', true],
  [700212, 'audience', true],
  [7002138, 'letter case', true],
  [70025, 'no trust at all', true],
  [7000272, 'key', true],
  [700024, 'expired', false],
  [700016, 'client ID', false],
  [53003, 'Conditional Access', false],
  [700223, 'policy', false],
  [700238, 'policy', false],
  [90061, 'fetch', false],
  [900382, 'clouds', false],
])('AADSTS%i names the %s', (number, part, mayStillSpread) => {
  const explained = explainExchangeError(body(number, 'No matching federated identity record found.'))
  expect(explained).toMatchObject({ code: `AADSTS${number}`, mayStillSpread })
  expect(explained.explanation).toContain(part)
})

test.each([700223, 700238, 7002381, 53003, 500011])('AADSTS%i never blames the subject', (number) => {
  const { explanation, nextStep } = explainExchangeError(body(number, ''))
  expect(`${explanation} ${nextStep}`).not.toMatch(/subject/i)
})

test.each([
  [{ error_description: 'AADSTS700213: text\r\nTrace ID: 1' }, 'AADSTS700213'],
  [{ error_codes: [700213] }, 'AADSTS700213'],
  [{ error_description: 'AADSTS7002138: x', error_codes: [700213] }, 'AADSTS7002138'],
  [{ error_description: 'no code', error_codes: [] }, null],
  [{ error: 'temporarily_unavailable' }, null],
  [{}, null],
])('reads the code out of %j', (answer, code) => {
  expect(explainExchangeError(answer).code).toBe(code)
})

test.each([{ error_codes: [999999] }, { error_description: 'AADSTS1234: x' }, { error_codes: [0] }])(
  'an unknown code in %j is not explained away',
  (answer) => {
    const { code, explanation, mayStillSpread } = explainExchangeError(answer)
    expect(explanation).toContain(`not explained here (${code})`)
    expect(mayStillSpread).toBe(false)
  },
)
