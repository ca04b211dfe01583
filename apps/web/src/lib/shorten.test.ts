import { expect, test } from 'vitest'
import { shorten } from './shorten.ts'

test('a text that fits stays as it is', () => {
  expect(shorten('prod', 80)).toBe('prod')
  expect(shorten('x'.repeat(80), 80)).toBe('x'.repeat(80))
})

test('a longer text keeps both ends and has exactly the length asked for', () => {
  const short = shorten(`start-${'x'.repeat(600)}-end`, 40)
  expect(short).toHaveLength(40)
  expect(short).toMatch(/^start-x+…x+-end$/)
})
