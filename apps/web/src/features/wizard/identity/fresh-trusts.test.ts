import type { InventoryRow, SetUpParent, Trust, TrustParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { soleOfWorkload } from './clear-parent.ts'
import { lookedAt, withFresh, withMade, type KnownIdentity } from './fresh-trusts.ts'
import { rankParents } from './rank-parents.ts'

const place = { subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501', resourceGroup: 'rg-pay' }

function identity(identityName: string): KnownIdentity {
  return { ...place, identityName, location: 'westeurope', supportsTrusts: true }
}

function parentOf(identityName: string): TrustParent {
  return { kind: 'managedIdentity', ...place, identityName }
}

function made(identityName: string): SetUpParent {
  return { kind: 'newManagedIdentity', ...place, identityName, location: 'westeurope' }
}

function trust(identityName: string, workload: string): Trust {
  return {
    parent: parentOf(identityName),
    resourceId: `/subscriptions/x/${identityName}/${workload}`,
    name: workload.replace('/', '-'),
    issuer: 'https://token.actions.githubusercontent.com',
    subject: `repo:${workload}:environment:prod`,
    audiences: ['api://AzureADTokenExchange'],
    oddities: [],
    createdAt: null,
    firstSeenAt: '2026-11-20T10:00:00.000Z',
    fingerprint: 'f',
    seen: null,
  }
}

function row(identityName: string, workload: string): InventoryRow {
  const place = { subscriptionName: 'Dev', location: 'westeurope' }
  const read = { revision: 1, key: identityName, parentKey: identityName, readAt: '2026-11-20T10:00:00.000Z' }
  return { ...read, ...place, trust: trust(identityName, workload) }
}

function rank(identities: readonly KnownIdentity[], rows: readonly InventoryRow[]) {
  return rankParents({
    identities,
    rows,
    workload: 'contoso/pay-api',
    workloadOf: ({ trust: { subject } }) => (subject ?? '').split(':')[1] ?? '',
    needed: 1,
  })
}

test('an identity that no pass has read yet is recognised by what Azure tells now', () => {
  const identities = [identity('id-pay'), identity('id-other')]
  expect(soleOfWorkload(rank(identities, []))).toBeNull()
  const rows = withFresh([], [{ parent: parentOf('id-pay'), trusts: [trust('id-pay', 'contoso/pay-api')] }])
  expect(soleOfWorkload(rank(identities, rows))?.name).toBe('id-pay')
})

test('what Azure tells now replaces what the last pass knew, a trust that was deleted since included', () => {
  const rows = [row('id-pay', 'contoso/pay-api'), row('id-other', 'contoso/shop')]
  const now = withFresh(rows, [{ parent: parentOf('ID-Pay'), trusts: [] }])
  expect(now.map((one) => one.trust.name)).toEqual(['contoso-shop'])
})

test('an identity of the person’s own set-up is there before Azure lists it, once and only where it can be read', () => {
  const own = [made('id-new'), made('id-new'), made('id-gone'), made('ID-LISTED')]
  const fresh = ['id-new', 'id-listed'].map((name) => ({ parent: parentOf(name), trusts: [] }))
  const all = withMade([identity('id-listed')], own, fresh)
  expect(all.map(({ identityName }) => identityName)).toEqual(['id-listed', 'id-new'])
})

test('read are the parents of own set-ups and those that fit for a reason, each once, at most eight', () => {
  const own = [made('id-mine'), { kind: 'newApplication', displayName: 'shop' } as const, made('id-mine')]
  const ranked = rank([identity('id-pay'), identity('id-room')], [])
  expect(lookedAt(ranked, own)).toEqual([parentOf('id-mine'), parentOf('id-pay')])
  const many = Array.from({ length: 12 }, (_, index) => made(`id-${index}`))
  expect(lookedAt(ranked, many)).toHaveLength(8)
})

test.each([
  ['nobody trusts the workload', []],
  ['two identities do', ['id-pay', 'id-pay-test']],
])('no identity is taken without asking where %s', (_, names) => {
  const identities = ['id-pay', 'id-pay-test'].map(identity)
  expect(
    soleOfWorkload(
      rank(
        identities,
        names.map((name) => row(name, 'contoso/pay-api')),
      ),
    ),
  ).toBeNull()
})

test('a full identity is not taken without asking', () => {
  const rows = Array.from({ length: 20 }, () => row('id-pay', 'contoso/pay-api'))
  expect(soleOfWorkload(rank([identity('id-pay')], rows))).toBeNull()
})
