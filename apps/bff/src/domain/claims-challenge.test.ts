import { expect, test } from 'vitest'
import { challengeOf, claimsExtra } from './claims-challenge.ts'

/** Its base64 has each of the signs that base64url writes otherwise. */
const json = '{"a":"ÿ>~?"}'

test('a problem has the claims as base64url, a header as plain base64', () => {
  const { claims = '' } = claimsExtra(json)
  expect(claims).toMatch(/^[\w-]+$/)
  expect(Buffer.from(claims, 'base64url').toString()).toBe(json)
  const header = challengeOf(claims)
  const [, sent = ''] = /^Bearer error="insufficient_claims", claims="([A-Za-z0-9+/]+=*)"$/.exec(header) ?? []
  expect(sent).toBe(Buffer.from(json).toString('base64'))
  expect(sent).toMatch(/[+/].*=$/)
})

test.each([undefined, ''])(
  'where nothing was asked for (%j), the token is told as one that is not valid',
  (none) => {
    expect(claimsExtra(none)).toEqual({})
    expect(challengeOf(undefined)).toBe('Bearer error="invalid_token"')
  },
)
