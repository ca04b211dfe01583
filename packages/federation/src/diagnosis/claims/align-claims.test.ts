import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignClaims } from './align-claims.ts'

const parts = (trust: string, token: string) =>
  alignClaims('subject', trust, token).parts.map((part) => `${part.kind} ${part.trust}|${part.token}`)

test.each([
  ['repo:contoso', 'repo:Contoso', ['same repo:|repo:', 'case c|C', 'same ontoso|ontoso']],
  ['a/b', 'a/b/', ['same a/b|a/b', 'other |/']],
  ['a:prod', 'a:', ['same a:|a:', 'other prod|']],
  ['', 'abc', ['other |abc']],
  ['same', 'same', ['same same|same']],
  ['', '', []],
  ['a\u{1F600}b', 'a\u{1F601}b', ['same a|a', 'other \u{1F600}|\u{1F601}', 'same b|b']],
  ['\u{1F600}', '\u{1FA00}', ['other \u{1F600}|\u{1FA00}']],
  [
    'repo:one/shop:main',
    'repo:two/shop:main',
    ['same repo:|repo:', 'other one|two', 'same /shop:main|/shop:main'],
  ],
])('%s and %s differ in %j', (trust, token, wanted) => {
  expect(parts(trust, token)).toEqual(wanted)
})

test('the parts of any two texts are these texts, and only equal letters are the same', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', ':', '/', 'İ', 'ß', '👩‍💻'), maxLength: 60 })
  fc.assert(
    fc.property(text, text, (trust, token) => {
      const aligned = alignClaims('issuer', trust, token).parts
      expect(aligned.map((part) => part.trust).join('')).toBe(trust)
      expect(aligned.map((part) => part.token).join('')).toBe(token)
      for (const part of aligned) {
        expect(part.kind === 'same').toBe(part.trust === part.token)
        const isFolded = part.trust.toLowerCase() === part.token.toLowerCase()
        expect(part.kind !== 'case' || isFolded).toBe(true)
      }
    }),
    { numRuns: 500, seed: 6 },
  )
})
