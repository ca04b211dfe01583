import type { ActivityEvent, DeletedTrust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { isRestorableDeletion, isSameDeletion } from './activity-restorable.ts'
import { sampleTrust } from './testing/sample-trust.ts'

const at = '2026-05-01T10:00:00.000Z'
const now = Date.parse(at)
const trust = sampleTrust()
const event: ActivityEvent = {
  activityId: '22222222-2222-4222-8222-222222222222',
  at,
  actor: { objectId: 'o', username: 'ada' },
  door: 'cookie',
  operation: 'trust.delete',
  target: trust.resourceId,
  outcome: 'succeeded',
  before: { issuer: trust.issuer, subject: trust.subject },
  after: null,
  problemCode: null,
  upstreamRequestId: null,
}
const kept: DeletedTrust = {
  deletedTrustId: '33333333-3333-4333-8333-333333333333',
  trust,
  deletedAt: '2026-05-01T10:00:01.000Z',
  deletedBy: 'ada',
  restorableUntil: '2026-05-31T10:00:01.000Z',
}
const days = (count: number) => now + count * 86_400_000

test.each<[string, Partial<ActivityEvent>, number, boolean]>([
  ['a deletion', {}, now, true],
  ['a deletion whose answer was lost', { outcome: 'unknown' }, now, true],
  ['a deletion that Azure refused', { outcome: 'refused' }, now, false],
  ['a deletion that failed', { outcome: 'failed' }, now, false],
  ['a change', { operation: 'trust.change' }, now, false],
  ['a deletion 29 days ago', {}, days(29), true],
  ['a deletion 30 days ago', {}, days(30), false],
])('%s offers to restore: %s %s %s', (_, change, when, offered) => {
  expect(isRestorableDeletion({ ...event, ...change }, when)).toBe(offered)
})

test.each<[string, Partial<DeletedTrust>, boolean]>([
  ['its own values', {}, true],
  ['another letter case of the name', { trust: { ...trust, name: trust.name.toUpperCase() } }, true],
  ['another name', { trust: { ...trust, name: 'another' } }, false],
  ['another subject', { trust: { ...trust, subject: 'another' } }, false],
  ['another issuer', { trust: { ...trust, issuer: 'https://other.contoso.com' } }, false],
  ['those of an earlier deletion', { deletedAt: '2026-04-30T10:00:00.000Z' }, false],
])('a deletion means %s: %s %s', (_, change, meant) => {
  expect(isSameDeletion(event, trust.name, { ...kept, ...change })).toBe(meant)
})
