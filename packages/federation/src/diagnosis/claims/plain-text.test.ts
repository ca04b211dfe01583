import { expect, test } from 'vitest'
import { onOneLine, plainText } from './plain-text.ts'

const inside = (value: unknown, depth: number): string =>
  depth === 0 ? String(value) : JSON.stringify({ error: inside(value, depth - 1) })

test.each([
  ['\u001b[31mError:\u001b[0m no', 'Error: no'],
  ['<p>a &#39;b&#39;</p>', "\na 'b'\n"],
  ['&amp;quot;a&amp;quot;', '"a"'],
  ['https://x/<TENANT_ID>/<id>', 'https://x/<TENANT_ID>/<id>'],
  ['a \\"b\\" \\\\\\"c\\\\\\"', 'a "b" "c"'],
  ['a\\nb\\r\\nc', 'a\nb\nc'],
  ['a \\u0027b\\u0027', "a 'b'"],
  ['│ Error: a\n│ b\n╵', 'Error: a\nb\n'],
  ['> a\n> > b', 'a\nb'],
  ['2026-08-03T10:00:00.1234567Z ##[error]a', 'a'],
  ['‘a’ “b”', '\'a\' "b"'],
  [
    'x?error_description=AADSTS700016%3a+Application+%27a%27',
    "x?error_description=AADSTS700016: Application 'a'",
  ],
  ['100%27 of a+b', '100%27 of a+b'],
  ['a\u200bb\u00a0c\td', 'ab c d'],
])('%j is %j', (pasted, wanted) => {
  expect(plainText(pasted)).toBe(wanted)
})

test.each([1, 2, 3, 4, 5, 6])('quotes inside JSON of %d levels are quotes again', (depth) => {
  const text = `AADSTS700213: "a" 'b'\nnext`
  expect(plainText(inside(text, depth))).toContain(text)
})

test('of a long log the start and the end are read', () => {
  const text = plainText(`first${'x\n'.repeat(400_000)}last`)
  expect(text.startsWith('first')).toBe(true)
  expect(text.endsWith('last')).toBe(true)
  expect(text.length).toBeLessThan(200_000)
})

test('one line has no line breaks', () => {
  expect(onOneLine('a\n  b\t c')).toBe('a b c')
})
