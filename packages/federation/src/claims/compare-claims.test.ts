import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareClaims } from '../index.ts'

const trust = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/pay-api:environment:prod',
  audiences: ['api://AzureADTokenExchange'],
}
const claims = { iss: trust.issuer, sub: trust.subject, aud: 'api://AzureADTokenExchange' }

test.each([
  ['api://AzureADTokenExchange'],
  [['api://AzureADTokenExchange']],
  [['https://github.com/contoso', 'api://AzureADTokenExchange']],
])('equal claims match with the audience %j', (aud) => {
  expect(compareClaims({ ...claims, aud }, trust)).toEqual({
    issuer: null,
    subject: null,
    audience: null,
    matches: true,
  })
})

test.each([
  ['issuer', { iss: `${trust.issuer}/` }, 'slash', 43],
  ['issuer', { iss: 'https://Token.actions.githubusercontent.com' }, 'case', 8],
  ['issuer', { iss: 'https://gitlab.com' }, 'other', 8],
  ['issuer', { iss: undefined }, 'other', 0],
  ['issuer', { iss: 7 }, 'other', 0],
  ['subject', { sub: 'repo:contoso/pay-api:environment:Prod' }, 'case', 33],
  ['subject', { sub: 'repo:contoso/pay-api:environment:prod ' }, 'white-space', 37],
  ['subject', { sub: 'repo:contoso/pay-api:ref:refs/heads/main' }, 'other', 21],
  ['subject', { sub: null }, 'other', 0],
  ['audience', { aud: 'https://github.com/contoso' }, 'other', 0],
  ['audience', { aud: ' api://AzureADTokenExchange' }, 'white-space', 0],
  ['audience', { aud: ['x', 'api://azureadtokenexchange'] }, 'case', 6],
  ['audience', { aud: [] }, 'other', 0],
  ['audience', { aud: { 0: 'api://AzureADTokenExchange' } }, 'other', 0],
] as const)('a different %s in %j is found alone', (claim, change, kind, firstDifferenceAt) => {
  const comparison = compareClaims({ ...claims, ...change }, trust)
  expect(comparison).toMatchObject({ matches: false, [claim]: { kind, firstDifferenceAt } })
  const others = (['issuer', 'subject', 'audience'] as const).filter((other) => other !== claim)
  expect(others.map((other) => comparison[other])).toEqual([null, null])
})

test('all differences are told at once', () => {
  const comparison = compareClaims({ iss: 'a', sub: 'b', aud: 'c' }, trust)
  expect(Object.values(comparison)).not.toContain(null)
})

test.each([
  [
    { ...trust, subject: null },
    { ...claims, sub: '' },
  ],
  [
    { ...trust, audiences: [] },
    { ...claims, aud: '' },
  ],
  [
    { ...trust, audiences: [] },
    { ...claims, aud: [] },
  ],
  [{ issuer: trust.issuer, subject: trust.subject }, claims],
])('a stored trust without a value matches no token (case %#)', (stored, presented) => {
  expect(compareClaims(presented, stored).matches).toBe(false)
})

test('a difference points at the first character that differs', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (stored, presented) => {
      const difference = compareClaims({ ...claims, sub: presented }, { ...trust, subject: stored }).subject
      expect(difference === null).toBe(stored === presented)
      if (difference === null) return
      const at = difference.firstDifferenceAt
      expect(stored.slice(0, at)).toBe(presented.slice(0, at))
      expect(stored[at]).not.toBe(presented[at])
    }),
  )
})
