import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileTrust } from '../compile-trust.ts'
import type { TrustDraft } from '../model/preset.ts'
import { rightFields } from '../testing/arbitrary-fields.ts'
import { compareToken } from './compare-token.ts'
import { explainError } from './explain-error.ts'

const seeded = { numRuns: 500, seed: 20_261_122 }
const header = { alg: 'RS256', kid: 'k1', typ: 'JWT' }
const now = '2026-08-03T10:00:00Z'
const seconds = Date.parse(now) / 1000

const compiled = rightFields
  .map(([id, fields]) => compileTrust(id, fields).trusts)
  .filter((trusts) => trusts.length > 0)

const claimsOf = ({ issuer, subject, audiences }: TrustDraft) => ({
  iss: issuer,
  sub: subject,
  aud: audiences[0],
  iat: seconds - 60,
  nbf: seconds - 60,
  exp: seconds + 240,
})

test('nothing above info is said of a token that matches, on any platform', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(compiled, (trusts) => {
      for (const trust of trusts) {
        const { causes, matching } = compareToken({ header, claims: claimsOf(trust) }, trusts, { now })
        expect(causes.filter(({ severity }) => severity !== 'info')).toEqual([])
        expect(matching).toContain(trust.name)
      }
    }),
    seeded,
  )
})

test('a token that differs in one letter is blamed on the claim that differs', { timeout: 60_000 }, () => {
  const change = fc.tuple(fc.constantFrom('iss', 'sub', 'aud'), fc.nat(), fc.constantFrom('q', 'Q', '/', ' '))
  fc.assert(
    fc.property(compiled, change, ([trust], [claim, place, letter]) => {
      if (trust === undefined) return
      const claims = { ...claimsOf(trust) }
      const value = String(claims[claim === 'iss' ? 'iss' : claim === 'sub' ? 'sub' : 'aud'])
      const at = place % (value.length + 1)
      const changed = `${value.slice(0, at)}${letter}${value.slice(at)}`
      const { causes } = compareToken({ header, claims: { ...claims, [claim]: changed } }, [trust], { now })
      const field = { iss: 'issuer', sub: 'subject', aud: 'audience' }[claim]
      expect(causes[0]?.severity).toBe('block')
      expect(causes.filter((cause) => cause.severity === 'block').map((cause) => cause.field)).toContain(
        field,
      )
    }),
    seeded,
  )
})

test('a text of Entra that quotes what a trust has is no fault of its values', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(compiled, ([trust]) => {
      if (trust?.subject === undefined || /['"`\n]/.test(`${trust.subject}${trust.issuer}`)) return
      const text = `AADSTS70021: No matching federated identity record found for presented assertion. Assertion Issuer: '${trust.issuer}'. Assertion Subject: '${trust.subject}'. Assertion Audience: '${trust.audiences[0]}'.`
      const { causes } = explainError(text, { trusts: [trust] })
      expect(causes[0]?.family).toBe('propagation')
    }),
    seeded,
  )
})

test(
  'any token beside any trusts is judged without an exception, and its letters are aligned',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(compiled, compiled, (stored, presented) => {
        const [trust] = presented
        if (trust === undefined) return
        const { causes, nearest, matching } = compareToken({ header, claims: claimsOf(trust) }, stored, {
          now,
        })
        expect(matching.length > 0 || causes.some(({ severity }) => severity === 'block')).toBe(true)
        for (const { claim, ...whole } of nearest.flatMap(({ differences }) => differences)) {
          expect(claim).toMatch(/^(?:issuer|subject|audience)$/)
          expect(whole.parts.map((part) => part.trust).join('')).toBe(whole.trust)
          expect(whole.parts.map((part) => part.token).join('')).toBe(whole.token)
          expect(whole.parts.every((part) => part.kind !== 'same' || part.trust === part.token)).toBe(true)
        }
      }),
      seeded,
    )
  },
)
