import { expect, test } from 'vitest'
import { stateWords, whoLine } from './request-words.ts'

const problem = { code: 'FORBIDDEN', detail: 'No role.', at: '2026-11-22T14:00:00Z', by: 'ada@contoso.com' }

test.each([
  ['open', null, 'Open'],
  ['open', problem, 'Failed, open'],
  ['approving', null, 'Being created'],
  ['approved', null, 'Approved'],
  ['declined', null, 'Declined'],
  ['withdrawn', null, 'Withdrawn'],
] as const)('a request that is %s tells %j as %s', (state, failed, word) => {
  expect(stateWords({ state, problem: failed }).word).toBe(word)
})

const now = Date.parse('2026-11-22T15:00:00Z')
const requestedBy = { objectId: '1', username: 'dana@contoso.com' }

test('an open request names who asked alone, a decided one both', () => {
  const asked = { requestedBy, requestedAt: '2026-11-22T13:00:00Z', decidedBy: null, decidedAt: null }
  expect(whoLine(asked, now)).toBe('Asked by dana@contoso.com 2 hours ago')
  const decidedBy = { objectId: '2', username: 'ada@contoso.com' }
  expect(whoLine({ ...asked, decidedBy, decidedAt: '2026-11-22T14:00:00Z' }, now)).toBe(
    'Asked by dana@contoso.com 2 hours ago, decided by ada@contoso.com 1 hour ago',
  )
})
