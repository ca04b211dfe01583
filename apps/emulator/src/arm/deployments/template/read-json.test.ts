import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

const accepted: [text: string, value: unknown][] = [
  ['{"a": [1, -2.5e1, true, null]}', { a: [1, -25, true, null] }],
  ['{"properties": {"mode": "x", template:{ "b": 1 }}}', { properties: { mode: 'x', template: { b: 1 } } }],
  ['{ // one\n "a": 1, /* two\n */ "b": 2, }', { a: 1, b: 2 }],
  ["{'a': 'it\\'s'}", { a: "it's" }],
  ['{"a": "two\nlines \\u00e9 \\n"}', { a: 'two\nlines é \n' }],
  ['[]', []],
]

test.each(accepted)('%j is read', (text, value) => {
  expect(readJson(text).value).toEqual(value)
})

const refused = [
  '',
  '{',
  '{"a"}',
  '{"a": }',
  '{"a": 1 "b": 2}',
  '"open',
  '{} {}',
  'nothing',
  '{"a": 01x}',
  '[1,,2]',
]

test.each(refused)('%j is refused', (text) => {
  expect(() => readJson(text)).toThrow(/^The request content was invalid and could not be deserialized/)
})

test('nesting without end and long open strings are refused at once', () => {
  expect(() => readJson('['.repeat(100_000))).toThrow('nested too deeply')
  expect(() => readJson(`"${'a'.repeat(1_000_000)}`)).toThrow('Unterminated string')
})

test('objects know the line and column of their brace, as Azure counts them', () => {
  const { value, positions } = readJson('{\n  "a": {\n    "b": []\n  }\n}')
  const outer = value as { a: { b: unknown[] } } // the text above
  expect(positions.get(outer.a)).toEqual({ line: 2, column: 8 })
  expect(positions.get(outer.a.b)).toEqual({ line: 3, column: 10 })
})
