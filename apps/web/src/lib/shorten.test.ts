import { expect, test } from 'vitest'
import { placeOfCut, shorten } from './shorten.ts'

test('a text that fits stays as it is', () => {
  expect(shorten('prod', 80)).toBe('prod')
  expect(shorten('x'.repeat(80), 80)).toBe('x'.repeat(80))
})

test('a longer text keeps both ends and has exactly the length asked for', () => {
  const short = shorten(`start-${'x'.repeat(600)}-end`, 40)
  expect(short).toHaveLength(40)
  expect(short).toMatch(/^start-x+…x+-end$/)
})

test('a character of two units is never cut in half', () => {
  for (let longest = 8; longest < 20; longest += 1) {
    expect(shorten(`${'𠮷'.repeat(20)}x${'🚀'.repeat(20)}`, longest).isWellFormed()).toBe(true)
  }
})

test.each([
  ['repo:contoso/pay-api:environment:dev', 20, 'letters', '-api:environment:dev'],
  ['repo:contoso/pay-api:environment:dev', 20, 'words', '-api:environment:dev'],
  ['a name of several words for one deployment', 10, 'words', ' deployment'],
  ['a name of several words for one deployment', 10, 'letters', 'deployment'],
  ['コントソ株式会社の決済サービス本番環境デプロイ用🚀', 1, 'words', '🚀'],
] as const)('%s ends, where %i are kept between %s, with %s', (text, keep, between, end) => {
  expect(text.slice(placeOfCut(text, keep, between))).toBe(end)
})
