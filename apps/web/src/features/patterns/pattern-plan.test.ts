import { expect, test } from 'vitest'
import { sampleTrust } from '../../components/testing/sample-trust.ts'
import { emptyPatternForm, readPattern, type PatternFormValues } from './pattern-form.ts'
import { blockedReason, labels, planPattern } from './pattern-plan.ts'

const values: PatternFormValues = {
  ...emptyPatternForm('public'),
  rows: [
    { claim: 'sub', operator: 'matches', value: 'repo:contoso/pay-api:ref:refs/heads/*' },
    { claim: 'repository_id', operator: 'eq', value: '7001' },
  ],
  wildcards: ['main, release'],
}
const reading = readPattern(values)
const { issuer, text } = reading
const parent = { kind: 'application', appId: '11111111-2222-3333-4444-555555555555' } as const
const room = { name: 'contoso-pay', known: true, trusts: [], supported: true, allowed: true }
const main = sampleTrust({ name: 'main', issuer, subject: 'repo:contoso/pay-api:ref:refs/heads/main' })

function plan(way: 'pattern' | 'list', stored = [main].slice(1)) {
  return planPattern({ values, reading, way, stored })
}

test('a pattern is stored as one trust under the proposed name', () => {
  expect(plan('pattern')).toMatchObject({
    pattern: { name: 'pattern-contoso-pay-api', issuer, expression: text },
    classic: [],
    same: null,
  })
})

test('a pattern that is stored already is found by issuer and text', () => {
  const same = sampleTrust({ name: 'other', issuer, subject: null, expression: text })
  expect(plan('pattern', [same]).same).toBe(same)
})

test('a name that is taken is found in any letter case', () => {
  expect(plan('pattern', [sampleTrust({ name: 'PATTERN-contoso-pay-api' })]).sameName).not.toBeNull()
})

test('exact trusts that are there already are not made again', () => {
  const found = plan('list', [main])
  expect(found.classic).toHaveLength(2)
  expect(found.there).toBe(1)
  expect(labels('list', found).label).toBe('Create the other trust')
  expect(labels('list', plan('list')).label).toBe('Create these 2 trusts')
  expect(labels('pattern', plan('pattern')).label).toBe('Create pattern')
})

const full = { ...room, trusts: Array.from({ length: 19 }, (_, n) => sampleTrust({ name: `t${n}` })) }

test.each([
  ['nobody asked Azure yet', { accepted: null }, /Ask Azure above/],
  [
    'the person may not add trusts',
    { room: { ...room, allowed: false } },
    /may not add trusts to contoso-pay/,
  ],
  ['the region has no trusts', { room: { ...room, supported: false } }, /region/],
  ['there is less room than values', { room: full, way: 'list' as const }, /room for 1 of the 20 .* needs 2/],
  [
    'all of them are there',
    { way: 'list' as const, plan: { ...plan('list'), there: 2 } },
    /all of these already/,
  ],
])('the button says why it waits where %s', (_, parts, reason) => {
  const way = 'way' in parts ? parts.way : 'pattern'
  expect(blockedReason({ parent, room, plan: plan(way), way, accepted: true, ...parts })).toMatch(reason)
})

test('nothing stands in the way of a pattern that the tenant takes, nor of a list where nobody asked', () => {
  expect(blockedReason({ parent, room, plan: plan('pattern'), way: 'pattern', accepted: true })).toBeNull()
  expect(blockedReason({ parent, room, plan: plan('list'), way: 'list', accepted: null })).toBeNull()
})
