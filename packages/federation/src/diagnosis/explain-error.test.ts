import { expect, test } from 'vitest'
import { main, noMatch, prod } from '../testing/explained.ts'
import { furtherFacts } from '../tokens/further-facts.ts'
import { explainError } from './explain-error.ts'
import { errorFacts } from '../tokens/error-facts.ts'

const deep = (text: string, depth: number): string =>
  depth === 0 ? text : JSON.stringify({ error: deep(text, depth - 1) })

test.each([
  `Error: listing blobs: clientCredentialsToken: received HTTP status 401 with response: ${deep(`AADSTS700213: ${noMatch(prod, '')}`, 2)}`,
  deep(noMatch(prod), 5),
  `<html><body><p>${noMatch(prod).replaceAll("'", '&#39;')}</p></body></html>`,
  `│ Error: ${noMatch(prod).replace('assertion', 'assertion\n│')}`,
  noMatch(prod).replace('environment', 'environ\nment'),
  `{"type":"Warning","reason":"KEDAScalerFailed","message":"error: ${noMatch(prod)}\\r\\nTrace ID: 1\\r\\n"}`,
  `\u001b[31m${noMatch(prod)}\u001b[0m`,
  `${'debug line\n'.repeat(50_000)}${noMatch(prod)}\n${'more\n'.repeat(100)}`,
])('buried in a text, the same is found (case %#)', (text) => {
  expect(explainError(text, { trusts: [main] })).toMatchObject({
    code: 'AADSTS700213',
    causes: [{ code: 'environment-replaces-ref' }],
    nearest: [{ trust: { name: 'main' } }],
  })
})

test.each([...Object.keys(errorFacts), ...Object.keys(furtherFacts)])(
  'AADSTS%s alone is explained, in words of its own',
  (code) => {
    const { causes, phase, proves } = explainError(`AADSTS${code}: x`)
    expect(causes[0]?.code).not.toMatch(/^(?:code|text)-unknown$/)
    expect(phase).not.toBeNull()
    expect(proves).not.toMatch(/not explained here/)
    for (const { text, fix } of causes) {
      expect(text).toMatch(/^[A-Z].*\.$/s)
      expect(fix).toMatch(/^[A-Z]/)
      expect(`${text} ${fix}`).not.toMatch(/\binvalid\b|\bplease\b|oops|!|undefined/i)
    }
  },
)

test('what a code proves, and what it does not, is told', () => {
  const told = explainError('AADSTS700238: x')
  expect(told.proves).toContain('policy')
  expect(told.doesNotProve).toContain('subject is wrong')
  expect(explainError('No subscriptions found')).toMatchObject({
    code: null,
    proves: null,
    doesNotProve: expect.stringContaining('trust is wrong'),
  })
})

test('of several codes the first explains it, and the others stay possible', () => {
  const { causes, code } = explainError(
    `AADSTS700024: Client assertion is not within its valid time range. Then ${noMatch(prod)}`,
    { trusts: [main] },
  )
  expect(code).toBe('AADSTS700024')
  expect(causes.map(({ family }) => family)).toEqual(['time', 'subject_entity'])
})

test.each(['', 'hello', 'Error', '{}', '<html>', '\u0000', 'AADSTS'])(
  'the text %j names no failure and blocks nothing',
  (text) => {
    expect(explainError(text)).toMatchObject({
      causes: [{ code: 'text-unknown', severity: 'info' }],
      code: null,
      phase: null,
    })
  },
)
