import type { InventoryParentRow } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { sampleRows } from '../../gallery/samples.ts'
import { markOf, type Marks } from './finding-marks.ts'
import { mergePage, nothingHeld } from './merge-page.ts'
import { accessOf, subscriptionNames } from './parent-access.ts'
import { finish } from '../../lib/slices.ts'
import { listTrusts, trustLister } from './list-trusts.ts'

const unknown = { known: false, because: 'not-allowed' } as const
const subscription = '11111111-2222-3333-4444-555555555555'
const group = `/subscriptions/${subscription}/resourceGroups/rg-pay`
const page = sampleRows(4)
const parentKey = page[0]?.parentKey ?? ''
const now = Date.parse('2026-11-22T12:00:00Z')

function parent(changes: Partial<InventoryParentRow> = {}): InventoryParentRow {
  return {
    revision: 9,
    readAt: '2026-11-22T11:00:00Z',
    key: parentKey,
    parent: {
      kind: 'managedIdentity',
      subscriptionId: subscription,
      resourceGroup: 'rg-pay',
      identityName: 'id-pay-prod',
    },
    displayName: 'id-pay-prod',
    clientId: 'c',
    objectId: null,
    principalId: 'p',
    resourceId: parentKey,
    subscriptionName: 'Production',
    location: 'westeurope',
    allTrustsRead: true,
    tags: unknown,
    owners: unknown,
    isAksManaged: unknown,
    roles: unknown,
    appRoles: unknown,
    directoryRoles: unknown,
    lastSignInAt: unknown,
    ...changes,
  }
}

function role(
  roleName: string,
  scope: string,
  flags: { ownerLike?: boolean; broad?: boolean; canWrite?: boolean },
) {
  const { ownerLike = false, broad = false, canWrite = false } = flags
  return {
    scope,
    scopeKind: broad ? ('subscription' as const) : ('resource-group' as const),
    roleDefinitionId: '/role',
    roleName,
    ownerLike,
    broad,
    conditioned: false,
    canWrite,
  }
}

test('a page adds, replaces and takes away; what did not change stays the same object', () => {
  const first = mergePage(nothingHeld, { rows: page, parents: [parent()], gone: [] }, 'public')
  expect(first.rows).toHaveLength(4)
  expect(mergePage(first, { rows: [], parents: [], gone: [] }, 'public').rows).toBe(first.rows)
  const [one, two] = page
  if (one === undefined || two === undefined) throw new Error('no sample')
  const changed = { ...one, trust: { ...one.trust, subject: 'repo:contoso/other:environment:prod' } }
  const gone = [
    { kind: 'trust' as const, key: two.key },
    { kind: 'parent' as const, key: parentKey },
  ]
  const second = mergePage(first, { rows: [changed], parents: [], gone }, 'public')
  expect(second.rows.map(({ trustKey }) => trustKey)).not.toContain(two.key)
  expect(second.rows.find(({ trustKey }) => trustKey === one.key)?.words.workload).toBe('contoso/other')
  expect(second.rows[1]).toBe(first.rows[2])
  expect(second.parents.size).toBe(0)
})

test('a trust that went and came back within a page is there', () => {
  const [one] = page
  if (one === undefined) throw new Error('no sample')
  const gone = [{ kind: 'trust' as const, key: one.key }]
  const first = mergePage(nothingHeld, { rows: page, parents: [], gone: [] }, 'public')
  expect(mergePage(first, { rows: [one], parents: [], gone }, 'public').rows).toHaveLength(4)
})

test('what an identity opens stands worst first, with where it holds in words', () => {
  const rich = parent({
    roles: {
      known: true,
      value: [
        role('Reader', group, {}),
        role('Contributor', group, { canWrite: true }),
        role('Owner', `/subscriptions/${subscription}`, { ownerLike: true, broad: true, canWrite: true }),
        role('Owner', group, { ownerLike: true, canWrite: true }),
      ],
    },
    directoryRoles: {
      known: true,
      value: [
        { roleTemplateId: 't', displayName: 'Privileged Role Administrator', isPrivileged: true, scope: '/' },
      ],
    },
  })
  const { opened, gaps } = accessOf(rich, subscriptionNames([rich]))
  expect(opened?.map(({ name, place, warns }) => `${name} · ${place}${warns ? ' !' : ''}`)).toEqual([
    'Owner · subscription Production !',
    'Privileged Role Administrator · whole directory !',
    'Owner · rg-pay !',
    'Contributor · rg-pay',
    'Reader · rg-pay',
  ])
  expect(gaps).toEqual([{ what: 'API permissions', because: 'not-allowed' }])
})

test('nothing read is not nothing opened', () => {
  expect(accessOf(parent(), new Map()).opened).toBeNull()
  expect(accessOf(parent({ roles: { known: true, value: [] } }), new Map()).opened).toEqual([])
})

const used = (at: string | null) => parent({ lastSignInAt: { known: true, value: at } })

test.each([
  ['a recent sign-in of an identity with several trusts', used('2026-11-21T12:00:00Z'), 2, null],
  ['a recent sign-in of its only trust', used('2026-11-21T12:00:00Z'), 1, '2026-11-21T12:00:00Z'],
  ['a sign-in of long ago', used('2026-01-01T12:00:00Z'), 2, '2026-01-01T12:00:00Z'],
  ['no sign-in at all', used(null), 2, 'never'],
  ['a report that may not be read', parent(), 1, null],
])('%s is counted as used %s', (_, holder, trusts, lastUsed) => {
  const all = mergePage(nothingHeld, { rows: page, parents: [holder], gone: [] }, 'public')
  const rows = all.rows.filter((row) => row.parentKey === parentKey).slice(0, trusts)
  const facts = listTrusts({ ...all, rows }, undefined, now).map((row) => row.facts.lastUsed)
  expect(facts).toEqual(Array.from({ length: rows.length }, () => lastUsed))
  expect(rows).toHaveLength(trusts)
})

test('a trust is as risky as the worst of itself and its identity, and unjudged is not clean', () => {
  const run = { state: 'finished', scan: 1 } as Marks['run']
  const marks: Marks = {
    run,
    trusts: new Map([['t', { severity: 'low', count: 2 }]]),
    parents: new Map([['p', { severity: 'high', count: 1 }]]),
  }
  expect(markOf(marks, 't', 'p')).toEqual({ severity: 'high', count: 3 })
  expect(markOf(marks, 'other', 'p')).toEqual({ severity: 'high', count: 1 })
  expect(markOf(marks, 'other', 'other')).toBeNull()
  const all = mergePage(nothingHeld, { rows: page, parents: [], gone: [] }, 'public')
  const risks = (given: Marks | undefined) => listTrusts(all, given, now).map(({ facts }) => facts.risk)
  expect(new Set(risks(undefined))).toEqual(new Set([null]))
  expect(new Set(risks({ ...marks, run: null }))).toEqual(new Set([null]))
  expect(new Set(risks(marks))).toEqual(new Set(['none']))
})

test('a list made after another makes only those trusts anew about which something changed', () => {
  const all = mergePage(nothingHeld, { rows: page, parents: [parent()], gone: [] }, 'public')
  const lister = trustLister()
  const marks: Marks = {
    run: { state: 'finished', scan: 1 } as Marks['run'],
    trusts: new Map(),
    parents: new Map(),
  }
  const list = (given: Partial<typeof all>, judged = marks) =>
    finish(lister({ ...all, ...given, marks: judged }, now))
  const first = list({})
  const sameAs = (next: typeof first) => next.map((trust, at) => trust === first[at])
  const ofParent = first.map((trust) => trust.parentKey === parentKey)
  expect(new Set(ofParent).size).toBe(2)
  expect(sameAs(list({ rows: [...all.rows] }))).toEqual(first.map(() => true))
  const found = new Map([[first[1]?.trustKey ?? '', { severity: 'high' as const, count: 1 }]])
  expect(sameAs(list({}, { ...marks, trusts: found }))).toEqual(first.map((_, at) => at !== 1))
  list({})
  const renamed = new Map([[parentKey, parent({ subscriptionName: 'Other', revision: 10 })]])
  const next = list({ parents: renamed })
  expect(next.map((trust) => trust.facts.subscription === 'Other')).toEqual(ofParent)
})

test('what a parent tells of its place can be searched for at each of its trusts', () => {
  const all = mergePage(nothingHeld, { rows: page, parents: [parent()], gone: [] }, 'public')
  const { facts } = listTrusts(all, undefined, now).find((trust) => trust.parentKey === parentKey) ?? {}
  expect(facts).toMatchObject({
    subscription: 'Production',
    location: 'westeurope',
    ids: ['c', 'p'],
    audiences: ['api://AzureADTokenExchange'],
  })
})
