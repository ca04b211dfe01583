import type { InventoryRow, TrustParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleTrust } from '../../../components/testing/sample-trust.ts'
import { trustWords } from '../../../components/trust-words.ts'
import { keyOf, rankParents, type RankInput } from './rank-parents.ts'
import { suggestionWords } from './suggestion-words.ts'

const subscriptionId = '11111111-2222-3333-4444-555555555555'
const identity = (identityName: string, supportsTrusts = true) => ({
  subscriptionId,
  resourceGroup: 'rg-pay',
  identityName,
  location: 'westeurope',
  supportsTrusts,
})
const row = (name: string, subject: string, index = 0): InventoryRow => ({
  revision: index,
  key: name,
  parentKey: name,
  readAt: '2026-11-20T10:00:00.000Z',
  trust: sampleTrust({
    parent: { kind: 'managedIdentity', subscriptionId, resourceGroup: 'RG-PAY', identityName: name },
    name: `t-${String(index)}`,
    subject,
  }),
  subscriptionName: '',
  location: 'westeurope',
})
const rank = (parts: Partial<RankInput>) =>
  rankParents({
    identities: [],
    rows: [],
    workload: 'contoso/pay-api',
    workloadOf: ({ trust }) => trustWords(trust).workload,
    needed: 1,
    ...parts,
  })

test('who trusts the same repository comes first, then who is named like it', () => {
  const found = rank({
    identities: [identity('id-other'), identity('id-pay-web'), identity('id-shared')],
    rows: [
      row('id-shared', 'repo:Contoso/pay-api:ref:refs/heads/main'),
      row('id-shared', 'repo:x/y:pull_request', 1),
    ],
  })
  expect(found.map(({ name, reason }) => [name, reason])).toEqual([
    ['id-shared', 'same-workload'],
    ['id-pay-web', 'name'],
  ])
})

test('mere room is a reason only where there is no other', () => {
  const found = rank({ identities: [identity('id-b'), identity('id-a')] })
  expect(found.map(({ name }) => name)).toEqual(['id-a', 'id-b'])
})

test('a word that is in every name is no likeness', () => {
  const [only] = rank({ identities: [identity('id-api')], workload: 'contoso/shop-api' })
  expect(only?.reason).toBe('room')
})

test('a full one, or one where trusts do not work, comes last and says why', () => {
  const rows = Array.from({ length: 19 }, (_, index) =>
    row('id-pay-full', `repo:contoso/pay-api:ref:refs/heads/b${String(index)}`, index),
  )
  const found = rank({
    identities: [identity('id-pay-full'), identity('id-pay-far', false), identity('id-pay')],
    rows,
    needed: 2,
  })
  expect(found.map(({ name, fits, against }) => [name, fits, against])).toEqual([
    ['id-pay', true, null],
    ['id-pay-full', false, 'full'],
    ['id-pay-far', false, 'region'],
  ])
  expect(found.map((one) => suggestionWords(one, true))).toEqual([
    'Named like the workload, trusts nobody yet · rg-pay, westeurope · 20 of 20 free',
    'Trusts this workload already (19 trusts) · rg-pay, westeurope · 19 of 20 trusts: no room',
    'Named like the workload, trusts nobody yet · rg-pay, westeurope · its region takes no trusts',
  ])
})

test('who shares an identity is said, and nothing of trusts where they were never read', () => {
  const [shared] = rank({
    identities: [identity('id-x')],
    rows: [row('id-x', 'repo:a/b:pull_request'), row('id-x', 'repo:a/c:pull_request', 1)],
  })
  if (shared === undefined) throw new Error('None was offered')
  expect(suggestionWords(shared, true)).toBe(
    'Shared: also trusted by 2 others · rg-pay, westeurope · 18 of 20 free',
  )
  expect(suggestionWords(shared, false)).toBe('rg-pay, westeurope')
})

test('an application is offered by its name where it trusts the workload', () => {
  const parent: TrustParent = { kind: 'application', appId: 'aaaaaaaa-1111-2222-3333-444444444444' }
  const found = rank({
    rows: [{ ...row('x', ''), trust: sampleTrust({ parent }), applicationName: 'Pay deploy' }],
  })
  expect(found).toMatchObject([{ name: 'Pay deploy', reason: 'same-workload', place: '' }])
})

test('capitals of a place make no other identity', () => {
  const parent = { kind: 'managedIdentity', subscriptionId, resourceGroup: 'rg', identityName: 'id' } as const
  expect(keyOf({ ...parent, resourceGroup: 'RG', identityName: 'ID' })).toBe(keyOf(parent))
})
