import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeToken } from '../index.ts'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const header = { alg: 'RS256', kid: 'k1' }
const claims = { iss: 'https://oidc.fabrikam.com', sub: 'Größe 東京 👩‍💻', aud: ['a', 'b'] }
const token = `${encode(header)}.${encode(claims)}.c2ln`

test.each([token, ` ${token}\n`, `Bearer ${token}`, `bearer ${token}`, `"${token}"`, `'${token}'`])(
  'reads header and claims of a token pasted as in case %#',
  (text) => {
    expect(decodeToken(text)).toEqual({ header, claims })
  },
)

const bytes = (...values: number[]) => Buffer.from(values).toString('base64url')

test.each([
  ['', 'no token yet'],
  ['  \n', 'no token yet'],
  ['Bearer ', 'three parts'],
  ['gho_16C7e42F292c6912E7710c838347Ae178B4a', 'three parts'],
  ['<saml:Assertion>', 'SAML'],
  ['<?xml version="1.0"?>', 'SAML'],
  [Buffer.from('<saml:Assertion ID="1">').toString('base64'), 'SAML'],
  ['eyJh.b.c.d.e', 'encrypted'],
  [`${encode(header)}.${encode(claims)}`, 'missing'],
  [`${encode(header)}.${encode(claims)}.`, 'missing'],
  [`.${encode(claims)}.c2ln`, 'missing'],
  ['a.b.c.d', 'missing'],
  [`${encode(header)}.\n${encode(claims)}.c2ln`, 'White space'],
  ['a.b.c', 'first part'],
  [`%%%.${encode(claims)}.c2ln`, 'first part'],
  [`${encode([])}.${encode(claims)}.c2ln`, 'first part'],
  [`${encode(null)}.${encode(claims)}.c2ln`, 'first part'],
  [`${encode(header)}.${encode('text')}.c2ln`, 'second part'],
  [`${encode(header)}.${encode(claims).slice(0, -9)}.c2ln`, 'second part'],
  [`${encode(header)}.${bytes(0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d)}.c2ln`, 'second part'],
  [`${encode(header)}.${Buffer.from('{"a":1}x').toString('base64')}.c2ln`, 'second part'],
  [`${encode(header)}.${'a'.repeat(16_384)}.c2ln`, 'longer'],
  ['.'.repeat(1_000_000), 'longer'],
  [' '.repeat(1_000_000), 'longer'],
])('says what %j is instead of a token (case %#)', (text, part) => {
  const answer = decodeToken(text)
  expect('problem' in answer ? answer.problem : '').toContain(part)
})

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    'eyJ',
    '.',
    encode(header),
    encode(claims),
    '"',
    ' ',
    '<',
    'Bearer ',
    '=',
    '-',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 12 }).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(text, (pasted) => {
      const answer = decodeToken(pasted)
      expect('problem' in answer || typeof answer.claims === 'object').toBe(true)
    }),
    { numRuns: 2000 },
  )
})
