import { expect, test } from 'vitest'
import { offered, saidOf } from '../../../testing/said.ts'

test.each([
  ['contoso-web.shop-main', 'name-characters'],
  ['contoso/shop', 'name-characters'],
  ['-shop', 'name-characters'],
  ['shöp', 'name-characters'],
  ['ab', 'name-length'],
  ['a'.repeat(121), 'name-length'],
])('the name %s is refused', (name, code) => {
  expect(saidOf({ name })).toContain(code)
})

test.each(['abc', 'a'.repeat(120), '1_a-B'])('the name %s is not', (name) => {
  expect(saidOf({ name })).toEqual([])
})

test.each(['issuer', 'subject', 'audience'])(
  'a longer %s than Azure takes is refused, one character less is not',
  (field) => {
    const value = (length: number) => `https://oidc.contoso.com/${'a'.repeat(length - 25)}`
    const change = (length: number) =>
      field === 'audience'
        ? { audiences: [value(length)] }
        : { issuer: 'https://oidc.contoso.com', subject: 'job', [field]: value(length) }
    expect(saidOf(change(601))).toContain('value-too-long')
    expect(saidOf(change(600))).not.toContain('value-too-long')
  },
)

test('a name that Azure takes is offered', () => {
  expect(offered({ name: 'contoso-web.shop-main' })).toBe('contoso-web-shop-main')
})
