import { expect, test } from 'vitest'
import { readAuthorization } from './read-authorization.ts'
import { TokenRefused } from './token-refused.ts'

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJkYW5hIn0.c2ln'
/** As Node gives headers: the first of several by name, all of them in a row. */
const read = (...values: string[]) =>
  readAuthorization({
    headers: values[0] === undefined ? {} : { authorization: values[0] },
    rawHeaders: ['Host', 'localhost', ...values.flatMap((value) => ['Authorization', value])],
  })

test.each(['Bearer', 'bearer', 'BEARER', 'bEARER'])('the scheme is known as %s', (scheme) => {
  expect(read(`${scheme} ${token}`)).toBe(token)
})

test.each<[string, string]>([
  ['two spaces', `Bearer  ${token}`],
  ['a tab', `Bearer\t${token}`],
  ['a space and a tab', `Bearer \t${token}`],
  ['a no-break space', `Bearer\u00a0${token}`],
  ['a line break', `Bearer\n${token}`],
  ['no space', `Bearer${token}`],
  ['a colon', `Bearer: ${token}`],
  ['a space before it', ` Bearer ${token}`],
  ['a space behind the token', `Bearer ${token} `],
  ['a line break behind the token', `Bearer ${token}\n`],
  ['a comma', `Bearer ${token},`],
  ['a parameter', `Bearer ${token}, realm="x"`],
  ['two tokens', `Bearer ${token} ${token}`],
  ['quotes', `Bearer "${token}"`],
  ['a NUL', `Bearer ${token}\0`],
  ['another alphabet', `Bearer ${token}é`],
  ['fullwidth letters in the scheme', `Ｂearer ${token}`],
  ['the token alone', token],
  ['no token', 'Bearer'],
  ['an empty token', 'Bearer '],
  ['padding alone', 'Bearer ='],
  ['nothing', ''],
  ['Basic', `Basic ${token}`],
  ['DPoP', `DPoP ${token}`],
  ['a longer scheme', `XBearer ${token}`],
])('%s is refused', (_, value) => {
  expect(() => read(value)).toThrow(TokenRefused)
})

test('a header that is not there is refused, and so are two, whatever each of them holds', () => {
  expect(() => read()).toThrow(TokenRefused)
  for (const second of [`Bearer ${token}`, 'Bearer x', '']) {
    expect(() => read(`Bearer ${token}`, second)).toThrow('two Authorization headers')
  }
})

test('the word in the value of another header is no second one', () => {
  const authorization = `Bearer ${token}`
  const rawHeaders = ['Access-Control-Request-Headers', 'authorization', 'AUTHORIZATION', authorization]
  expect(readAuthorization({ headers: { authorization }, rawHeaders })).toBe(token)
})

test('a token of twelve kilobytes is not even looked at', () => {
  expect(read(`Bearer ${'A'.repeat(12 * 1024 - 7)}`)).toHaveLength(12 * 1024 - 7)
  expect(() => read(`Bearer ${'A'.repeat(12 * 1024 - 6)}`)).toThrow('too long')
})
