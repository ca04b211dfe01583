import { expect, test } from 'vitest'
import { standWords } from './stand-words.ts'

const now = Date.parse('2026-11-22T15:00:00Z')
const open = {
  state: 'active',
  firstSeenAt: '2026-11-20T15:00:00Z',
  fixedAt: null,
  fixedBy: null,
  acceptance: null,
} as const
const acceptance = {
  acceptRuleId: null,
  until: '2027-02-20T23:59:59Z',
  reason: 'moves in January',
  by: 'ada@contoso.com',
  at: '2026-11-21T15:00:00Z',
}

test('an open finding tells since when', () => {
  expect(standWords(open, now)).toBe('First seen 2 days ago.')
})

test('an accepted one tells until when, by whom and why', () => {
  expect(standWords({ ...open, state: 'accepted', acceptance }, now)).toBe(
    'Accepted until 20 Feb 2027 by ada@contoso.com: moves in January',
  )
})

test('one that a rule accepts does not pass for a decision about it', () => {
  const byRule = { ...acceptance, acceptRuleId: '11111111-2222-4333-8444-555555555555' }
  expect(standWords({ ...open, state: 'accepted', acceptance: byRule }, now)).toContain('by a rule of ada')
})

test.each([
  ['trust-gone', 'Fixed 1 hour ago: its trust is gone. First seen 2 days ago.'],
  ['no-longer-holds', 'Fixed 1 hour ago: it no longer holds. First seen 2 days ago.'],
] as const)('one that is fixed as %s says so', (fixedBy, words) => {
  expect(standWords({ ...open, state: 'fixed', fixedAt: '2026-11-22T14:00:00Z', fixedBy }, now)).toBe(words)
})
