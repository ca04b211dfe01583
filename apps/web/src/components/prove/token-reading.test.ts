import { expect, test } from 'vitest'
import { sampleTrust } from '../testing/sample-trust.ts'
import { readToken, type TokenReading } from './token-reading.ts'

const now = Date.UTC(2026, 10, 21, 12)
const trust = sampleTrust()

function token(claims: Record<string, unknown>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`
}

const matching = { iss: trust.issuer, sub: trust.subject, aud: trust.audiences[0], exp: now / 1000 + 300 }

function read(text: string): Extract<TokenReading, { state: 'read' }> {
  const reading = readToken(text, trust, now)
  if (reading.state !== 'read') throw new Error(`The token was ${reading.state}`)
  return reading
}

test('nothing pasted is no error', () => {
  expect(readToken(' \n', trust, now)).toEqual({ state: 'empty' })
})

test.each(['not a token', 'a.b', 'a.b.c', '<samlp:Response/>', `${'A'.repeat(40)}.!!.x`])(
  'what is no token says so instead of failing: %s',
  (text) => {
    expect(readToken(text, trust, now)).toMatchObject({
      state: 'unreadable',
      problem: expect.stringMatching(/\w/),
    })
  },
)

test('a token with the stored values matches, line breaks around it or not', () => {
  expect(read(`\n${token(matching)}\n`).comparison.matches).toBe(true)
})

test('one letter in another case does not match, and says where', () => {
  const { comparison } = read(token({ ...matching, sub: 'repo:contoso/Pay-api:environment:prod' }))
  expect(comparison.matches).toBe(false)
  expect(comparison.subject).toMatchObject({ kind: 'case', firstDifferenceAt: 13 })
})

test('of several audiences the one that the trust stores is shown', () => {
  const { claims, comparison } = read(
    token({ ...matching, aud: ['https://contoso.example', trust.audiences[0]] }),
  )
  expect(claims.audience).toBe(trust.audiences[0])
  expect(comparison.audience).toBeNull()
})

test('claims of a wrong type read as missing', () => {
  const { claims, comparison } = read(token({ iss: 7, sub: null, aud: {}, exp: 'soon' }))
  expect(claims).toEqual({ issuer: '', subject: '', audience: '' })
  expect(comparison.matches).toBe(false)
})

test.each([
  ['ended', { exp: now / 1000 - 1 }],
  ['ended', { exp: now / 1000 }],
  ['current', { exp: now / 1000 + 1 }],
  ['not-yet', { nbf: now / 1000 + 60, exp: now / 1000 + 90 }],
  ['unknown', { exp: undefined }],
] as const)('a token is %s with %j', (state, times) => {
  expect(read(token({ ...matching, ...times })).lifetime.state).toBe(state)
})
