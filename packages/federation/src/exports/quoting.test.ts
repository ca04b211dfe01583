import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { armText, bashCommand, bashWord, yamlText } from './quoting.ts'

const nasty = [
  '',
  ' ',
  "'",
  "''",
  "a'b",
  '"',
  '\\',
  '$HOME',
  '$(id)',
  '`id`',
  '${x}',
  '*',
  '?',
  '[a]',
  '{a,b}',
  'a|b',
  'a;b',
  'a&b',
  'a>b',
  'a<b',
  '(a)',
  '!1',
  '#a',
  '~',
  '~root',
  'a=b',
  '-n',
  '--subject',
  '%s',
  'a\nb',
  'a\tb',
  'a\r\nb',
  'auth0|x y',
  'repo:o/r:environment:Deploy to "prod"',
  'é東京👩‍💻',
  '\u2028',
  "'; rm -rf / #",
]

function throughBash(values: readonly string[]): readonly string[] {
  const script = `printf '%s\\0' ${values.map(bashWord).join(' ')}`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test('nasty values come out of bash as they went in', () => {
  expect(throughBash(nasty)).toEqual(nasty)
})

test('any value without a NUL comes out of bash as it went in', () => {
  const value = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))
  fc.assert(
    fc.property(fc.array(value, { minLength: 20, maxLength: 40 }), (values) => {
      expect(throughBash(values)).toEqual(values)
    }),
    { numRuns: 50 },
  )
})

test('a command of several lines is one command, and a value never becomes an option', () => {
  const command = bashCommand('printf %s\\\\n', [
    ['--', '--x y'],
    ['--b', "it's"],
  ])
  expect(execFileSync('bash', ['-c', command], { encoding: 'utf8' })).toBe("--=--x y\n--b\nit's\n")
})

test.each([
  'true',
  'No',
  'null',
  '1',
  '1.5',
  '',
  ' a',
  'a: b',
  'a #b',
  '- a',
  '~',
  '@a',
  '*a',
  '"',
  "'",
  '{a}',
  '\u0085',
  '\u2028',
  '\ufeff',
])('YAML gets %j in quotes, which a JSON reader reads back', (value) => {
  const text = yamlText(value)
  expect(text).toMatch(/^"[\x20-\x7e\u00a0-\u2027]*"$/)
  expect(JSON.parse(text)).toBe(value)
})

test.each(['production', 'feature/x', 'v1.4.0'])('YAML gets the plain text %s without quotes', (value) => {
  expect(yamlText(value)).toBe(value)
})

test.each([
  ['[a]', '[[a]'],
  ['[[a]', '[[[a]'],
  ['[a] b', '[a] b'],
  ['a]', 'a]'],
  ['[', '['],
  ['', ''],
])('an ARM template holds %j as %j', (value, text) => {
  expect(armText(value)).toBe(text)
})
