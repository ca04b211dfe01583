import { expect, test } from 'vitest'
import { parseJson } from './parse-json.ts'

const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`

test('a hundred levels are read, brackets in strings do not count', () => {
  expect(() => parseJson(nested(100))).not.toThrow()
  expect(parseJson(JSON.stringify(['['.repeat(200), String.raw`\"{`.repeat(200)]))).toHaveLength(2)
  expect(parseJson(JSON.stringify(Array.from({ length: 200 }, () => [{}])))).toHaveLength(200)
})

test.for(['', '{', nested(102), '['.repeat(500_000) + ']'.repeat(500_000)])('text %# is refused', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError)
})
