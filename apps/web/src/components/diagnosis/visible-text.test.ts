import { expect, test } from 'vitest'
import { visibleText } from './visible-text.ts'

test.each([
  ['a sentence', 'The token is of “prod”.', 'The token is of “prod”.'],
  ['a picture of two', 'contoso/👩‍💻 app', 'contoso/👩‍💻 app'],
  ['a joiner between letters', 'pay\u200dapi', 'pay[U+200D]api'],
  ['a joiner behind a picture', '👩\u200dapi', '👩[U+200D]api'],
  ['a space of no width', 'pay\u200bapi', 'pay[U+200B]api'],
  ['a mark that turns the writing round', 'a \u202eb', 'a [U+202E]b'],
])('%s can be read', (_, text, shown) => {
  expect(visibleText(text)).toBe(shown)
})
