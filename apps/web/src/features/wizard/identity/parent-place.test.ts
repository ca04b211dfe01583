import type { NewTrust, Trust } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleTrust } from '../../../components/testing/sample-trust.ts'
import { placeOn } from './parent-place.ts'

const { parent } = sampleTrust()
const wanted = (subject: string, name = 'new'): NewTrust => ({
  name,
  issuer: 'https://token.actions.githubusercontent.com',
  subject,
  audiences: ['api://AzureADTokenExchange'],
})
const same = wanted('repo:contoso/pay-api:environment:prod', 'another-name')
const other = wanted('repo:contoso/pay-api:environment:dev')
const many = (count: number): Trust[] =>
  Array.from({ length: count }, (_, index) =>
    sampleTrust({ name: `t${String(index)}`, subject: `s${String(index)}` }),
  )
const place = (
  trusts: readonly NewTrust[],
  stored: readonly Trust[],
  parts: { supported?: boolean; allowed?: boolean } = {},
) =>
  placeOn({
    parent,
    presetId: 'github-actions',
    room: { name: 'id-pay', known: true, trusts: stored, supported: true, allowed: true, ...parts },
    trusts,
  })

test('what is there to the letter needs no room, no right and no region', () => {
  const full = [sampleTrust(), ...many(19)]
  const found = place([same], full, { supported: false, allowed: false })
  expect(found.reason).toBeNull()
  expect(found.there).toHaveLength(1)
  expect(found.others).toHaveLength(19)
})

test('of several that are all there nothing stands in the way', () => {
  expect(place([same, wanted('s1')], [sampleTrust(), ...many(3)]).reason).toBeNull()
})

test.each([
  ['a full identity', [other], many(20), {}, /has 20 trusts of the 20 that Azure allows\. Delete one/],
  ['room for one of two', [other, wanted('x', 'n2')], many(19), {}, /this needs room for 2/],
  ['a region without trusts', [other], [], { supported: false }, /takes no trusts in the region of id-pay/],
  ['a missing right', [other], [], { allowed: false }, /You may not add trusts to id-pay/],
  [
    'a name that is taken',
    [{ ...other, name: 'GH-pay-prod' }],
    [sampleTrust()],
    {},
    /another trust called gh-pay-prod/,
  ],
  [
    'the pair with another audience',
    [same],
    [sampleTrust({ audiences: ['api://x'] })],
    {},
    /with another audience/,
  ],
])('%s is said before anything is made', (_, trusts, stored, parts, words) => {
  expect(place(trusts, stored, parts).reason).toMatch(words)
})

test('a platform that Azure takes on applications alone is refused on an identity', () => {
  const room = { name: 'id-pay', known: true, trusts: [], supported: true, allowed: true }
  expect(placeOn({ parent, presetId: 'managed-identity', room, trusts: [other] }).reason).toContain(
    'Choose an application',
  )
})
