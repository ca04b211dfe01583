import { expect, test } from 'vitest'
import { createVerifiedTokens } from './verified-tokens.ts'

const startedAt = 1_800_000_000_000

function kept() {
  let now = startedAt
  const tokens = createVerifiedTokens<string>({ now: () => now })
  return {
    tokens,
    wait: (ms: number) => {
      now += ms
    },
  }
}

test('what was verified counts for a minute', () => {
  const { tokens, wait } = kept()
  tokens.keep('a', 'dana', startedAt + 3_600_000)
  wait(59_999)
  expect(tokens.find('a')).toBe('dana')
  wait(1)
  expect(tokens.find('a')).toBeNull()
  expect(tokens.find('b')).toBeNull()
})

test.each([10_000, 0, -1])('it never counts beyond the end of the token, here %i ms away', (left) => {
  const { tokens, wait } = kept()
  tokens.keep('a', 'dana', startedAt + left)
  wait(Math.max(left, 0))
  expect(tokens.find('a')).toBeNull()
})

test('five thousand are kept, and the oldest makes room', () => {
  const { tokens } = kept()
  const end = startedAt + 3_600_000
  for (let each = 0; each <= 5_000; each += 1) tokens.keep(String(each), 'dana', end)
  expect(tokens.find('0')).toBeNull()
  expect(tokens.find('1')).toBe('dana')
  expect(tokens.find('5000')).toBe('dana')
})

test('what was verified again is the newest, and what is over takes no room', () => {
  const { tokens, wait } = kept()
  const end = startedAt + 3_600_000
  for (let each = 0; each < 4_999; each += 1) tokens.keep(String(each), 'dana', end)
  tokens.keep('0', 'dana', end)
  tokens.keep('short', 'dana', startedAt + 1_000)
  wait(1_000)
  expect(tokens.find('short')).toBeNull()
  tokens.keep('next', 'dana', end)
  expect(tokens.find('1')).toBe('dana')
  tokens.keep('one more', 'dana', end)
  expect([tokens.find('0'), tokens.find('1')]).toEqual(['dana', null])
})
