import { expect, test } from 'vitest'
import { known, unknown } from '../facts/fact.ts'
import type { FindingParent, LastUse } from '../facts/inventory.ts'
import { gapsOf, saidOf } from '../testing/one-tenant.ts'

const now = '2026-11-22T12:00:00Z'
const used = (at: string): { lastUse: { known: true; value: LastUse } } => ({
  lastUse: { known: true, value: { state: 'used', at } },
})
const never = (watchedSince: string) => ({ lastUse: known<LastUse>({ state: 'never', watchedSince }) })

test.each([
  ['2026-08-24T12:00:00Z', ['unused low']],
  ['2026-08-24T12:00:01Z', []],
  ['2026-11-30T00:00:00Z', []],
] as const)('a trust last used at %s', (at, said) => {
  expect(saidOf({ trust: used(at), now })).toEqual(said)
})

test.each([
  ['watched for long', never('2026-10-01T00:00:00Z'), ['never-used low']],
  ['watched for 30 days', never('2026-10-23T12:00:00Z'), ['never-used low']],
  [
    'of unknown age',
    { ...never('2026-10-01T00:00:00Z'), createdAt: unknown('not-told') },
    ['never-used low'],
  ],
] as const)('a trust that nobody used, %s', (_case, trust, said) => {
  expect(saidOf({ trust, now })).toEqual(said)
})

test.each([
  ['logs that were watched for too short a time', never('2026-11-01T00:00:00Z'), ['never-used too-early']],
  [
    'a trust that was just made',
    { ...never('2026-01-01T00:00:00Z'), createdAt: known('2026-11-20T00:00:00Z') },
    ['never-used too-early'],
  ],
  [
    'logs that nobody may read',
    { lastUse: unknown('not-allowed') },
    ['unused not-allowed', 'never-used not-allowed'],
  ],
  ['a time that is none', used('yesterday'), ['unused failed']],
  ['a start that is none', never('yesterday'), ['never-used failed']],
] as const)('%s prove nothing about use', (_case, trust, gaps) => {
  expect([saidOf({ trust, now }), gapsOf({ trust, now })]).toEqual([[], gaps])
})

test('that nobody used a trust is not said beside why nobody can', () => {
  const trust = { ...never('2026-01-01T00:00:00Z'), issuer: 'https://token.actions.githubusercontent.com/' }
  expect(saidOf({ trust, now })).toEqual(['cannot-match medium'])
})

const person = (enabled: boolean | null) => ({ displayName: 'Dana', enabled })

test.each<[string, Partial<FindingParent>, readonly string[]]>([
  ['an application without any', { kind: 'application', owners: known([]) }, ['no-owner low']],
  [
    'an application whose tags nobody reads',
    { kind: 'application', owners: known([]), tags: unknown('not-told') },
    ['no-owner low'],
  ],
  ['accounts that are blocked', { owners: known([person(false)]), tags: known({}) }, ['no-owner low']],
  ['one account of two', { owners: known([person(false), person(null)]), tags: known({}) }, []],
  ['a tag', { tags: known({ OWNER: 'shop' }) }, []],
  ['an empty tag', { tags: known({ owner: ' ' }) }, ['no-owner low']],
  ['another tag', { tags: known({ stage: 'shop' }) }, ['no-owner low']],
])('the owner of an identity: %s', (_case, parent, said) => {
  expect(saidOf({ parent })).toEqual(said)
})

test('an identity whose tags or owners nobody could read is not called one without an owner', () => {
  expect(gapsOf({ parent: { tags: unknown('not-allowed') } })).toEqual(['no-owner not-allowed'])
  expect(gapsOf({ parent: { tags: known({}), owners: unknown('failed') } })).toEqual(['no-owner failed'])
})

test.each([
  [17, []],
  [18, ['near-limit low']],
  [20, ['near-limit medium']],
] as const)('an identity with %i trusts', (count, said) => {
  const siblings = Array.from({ length: count - 1 }, (_, at) => ({
    subject: `repo:octo-org@1/shop@2:ref:refs/heads/b${at}`,
  }))
  expect(saidOf({ siblings })).toEqual(said)
})

test('parents without trusts have no finding', () => {
  expect(saidOf({ parent: { tags: known({}) }, inventory: { trusts: [] } })).toEqual([])
})
