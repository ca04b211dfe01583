import Papa from 'papaparse'
import { InventoryChange, type InventoryParent } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { byWords, partlyWords, stepWords } from './change-words.ts'
import { changesCsv, changesJson } from './changes-file.ts'
import { choosePair, missingOf } from './choose-pair.ts'
import { filterChanges } from './filter-changes.ts'
import { fieldChanges, listChanges } from './field-changes.ts'

const appId = '33333333-3333-4333-8333-333333333333'
const parent = { kind: 'application', appId } as const

function trustSide(parts: { subject?: string; audiences?: string[]; expression?: string } = {}) {
  return {
    key: `/applications/${appId}/federatedidentitycredentials/main`,
    parentKey: `/applications/${appId}`,
    trust: {
      parent,
      resourceId: `/applications/${appId}/federatedIdentityCredentials/main`,
      name: 'main',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:contoso/pay-api:ref:refs/heads/main',
      audiences: ['api://AzureADTokenExchange'],
      oddities: [],
      fingerprint: 'f',
      createdAt: null,
      firstSeenAt: null,
      seen: null,
      ...parts,
    },
    subscriptionName: '',
    location: '',
  }
}

function parentSide(parts: Partial<InventoryParent> = {}): InventoryParent {
  return {
    key: `/applications/${appId}`,
    parent,
    displayName: 'pay',
    clientId: appId,
    objectId: null,
    principalId: null,
    resourceId: null,
    subscriptionName: '',
    location: '',
    allTrustsRead: true,
    tags: { known: true, value: {} },
    owners: { known: true, value: [] },
    isAksManaged: { known: true, value: false },
    roles: { known: true, value: [] },
    appRoles: { known: true, value: [] },
    directoryRoles: { known: true, value: [] },
    lastSignInAt: { known: false, because: 'not-told' },
    ...parts,
  }
}

function change(parts: Partial<InventoryChange>): InventoryChange {
  return InventoryChange.parse({
    kind: 'trust',
    change: 'changed',
    key: 'k',
    parentKey: 'p',
    displayName: 'main',
    before: trustSide(),
    after: trustSide(),
    by: null,
    ...parts,
  })
}

test('only the fields that differ are told', () => {
  expect(fieldChanges(change({}))).toEqual([])
  expect(fieldChanges(change({ after: trustSide({ subject: 'other' }) }))).toEqual([
    { label: 'Subject', before: 'repo:contoso/pay-api:ref:refs/heads/main', after: 'other', isList: false },
  ])
})

test('of what came or went, everything is told, on its side', () => {
  const added = fieldChanges(change({ change: 'added', before: null }))
  expect(added.map(({ label, before }) => [label, before])).toEqual([
    ['Issuer', ''],
    ['Subject', ''],
    ['Audience', ''],
  ])
  expect(fieldChanges(change({ change: 'removed', after: null })).every(({ after }) => after === '')).toBe(
    true,
  )
})

test('a list that comes in another order did not change', () => {
  const after = trustSide({ audiences: ['b', 'a'] })
  expect(fieldChanges(change({ before: trustSide({ audiences: ['a', 'b'] }), after }))).toEqual([])
})

test('roles are told one by one, with where they are held', () => {
  const role = (roleName: string | null, conditioned = false) => ({
    scope: '/subscriptions/x',
    scopeKind: 'subscription' as const,
    roleDefinitionId: 'r',
    roleName,
    ownerLike: null,
    broad: true,
    conditioned,
    canWrite: null,
  })
  const before = parentSide({ roles: { known: true, value: [role('Reader'), role('Contributor')] } })
  const after = parentSide({
    roles: { known: true, value: [role('Reader'), role('Owner', true), role(null)] },
  })
  const [field, ...others] = fieldChanges(change({ kind: 'parent', before, after }))
  expect(others).toEqual([])
  expect(field && listChanges(field)).toEqual({
    removed: ['Contributor on /subscriptions/x'],
    added: [
      'A role without a readable name on /subscriptions/x',
      'Owner on /subscriptions/x, with a condition',
    ],
  })
})

test('what was not read is not told as nothing', () => {
  const after = parentSide({ owners: { known: false, because: 'not-allowed' } })
  const before = parentSide({ owners: { known: true, value: [{ displayName: 'Dana', enabled: false }] } })
  expect(fieldChanges(change({ kind: 'parent', before, after }))).toEqual([
    { label: 'Owners', before: 'Dana (blocked)', after: 'not read', isList: true },
  ])
})

test.each<[string, Parameters<typeof choosePair>[1], unknown]>([
  ['nothing', {}, { from: 8, to: 9 }],
  ['two that are kept', { from: '3', to: '8' }, { from: 3, to: 8 }],
  ['the newer one first', { from: '8', to: '3' }, { from: 3, to: 8 }],
  ['the newer one alone', { to: '8' }, { from: 3, to: 8 }],
  ['the older one alone', { from: '3' }, { from: 3, to: 9 }],
  ['two that are gone', { from: '1', to: '2' }, { from: 8, to: 9 }],
  ['the same one twice', { from: '8', to: '8' }, { from: 3, to: 8 }],
  ['the oldest one as the newer', { to: '3' }, { from: 3, to: 8 }],
])('an address with %s', (_, wanted, pair) => {
  expect(choosePair([{ number: 9 }, { number: 8 }, { number: 3 }], wanted)).toEqual(pair)
})

test('fewer than two snapshots cannot be compared, and what is not kept is named', () => {
  expect(choosePair([], {})).toBeNull()
  expect(choosePair([{ number: 9 }], { from: '9' })).toBeNull()
  expect(missingOf([{ number: 9 }], { from: '3', to: '9' })).toEqual(['3'])
})

test('the CSV has a line a field, and no value that a spreadsheet would run', () => {
  const csv = changesCsv([
    change({ displayName: '=HYPERLINK("x")', after: trustSide({ subject: '=1+1' }) }),
    change({
      change: 'removed',
      after: null,
      by: { who: '@kim', at: '2026-11-22T10:00:00.000Z', source: 'activity-log' },
    }),
  ])
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true })
  expect(data.map(({ change: word, field }) => `${word} ${field}`)).toEqual([
    'changed Subject',
    'removed Issuer',
    'removed Subject',
    'removed Audience',
  ])
  expect(data[0]).toMatchObject({ name: `'=HYPERLINK("x")`, after: `'=1+1` })
  expect(data[1]).toMatchObject({ by: `'@kim`, source: 'activity-log' })
})

test('the JSON holds the changes as the portal told them', () => {
  const changes = [change({})]
  expect(JSON.parse(changesJson({ of: 'mine', from: 1, to: 2 }, changes))).toEqual({
    from: 1,
    to: 2,
    changes,
  })
})

test.each<[string, Parameters<typeof filterChanges>[1], readonly string[]]>([
  ['nothing asked', { show: undefined, text: ' ' }, ['main', 'shop', 'other']],
  ['a kind', { show: 'removed', text: '' }, ['shop']],
  ['a value of either side', { show: undefined, text: 'REF:refs/heads/main release' }, ['main']],
  ['who did it', { show: undefined, text: 'kim' }, ['shop']],
  ['words that stand in two changes', { show: undefined, text: 'kim release' }, []],
  ['a kind and a word of another', { show: 'added', text: 'kim' }, []],
  ['a value that did not change', { show: 'changed', text: 'token.actions' }, []],
])('changes that fit %s', (_, wanted, names) => {
  const changes = [
    change({ after: trustSide({ subject: 'repo:contoso/pay-api:ref:refs/heads/release' }) }),
    change({
      change: 'removed',
      displayName: 'shop',
      after: null,
      by: { who: 'Kim@contoso.com', at: '2026-11-22T10:00:00.000Z', source: 'activity-log' },
    }),
    change({
      kind: 'parent',
      displayName: 'other',
      before: parentSide(),
      after: parentSide({ location: 'x' }),
    }),
  ]
  expect(filterChanges(changes, wanted).map(({ displayName }) => displayName)).toEqual(names)
})

test('a pass that could not read everything says what that means', () => {
  expect(partlyWords({ number: 12, unreadable: 1 })).toMatch(
    /^Snapshot 12 could not read 1 identity, application or area\. What was known/,
  )
})

test('nobody is named where no log tells, and a pass without a change says so', () => {
  expect(byWords(null, false)).toBe('Azure does not tell who did it: no log of that time names it.')
  expect(byWords(null, true)).toBe('No log that could be read tells who did it.')
  expect(byWords({ who: 'kim', at: '2026-11-22T10:00:00.000Z', source: 'directory-audit' }, true)).toBe(
    'By kim, 22 Nov 2026, 10:00:00 UTC, as the directory audit tells.',
  )
  const id = '33333333-3333-4333-8333-333333333333'
  expect(byWords({ who: id, at: '2026-11-22T10:00:00.000Z', source: 'activity-log' }, false)).toMatch(
    /^By the application or identity 33333333-/,
  )
  expect(stepWords({ added: 0, removed: 0, changed: 0 })).toBe('Nothing changed')
  expect(stepWords({ added: 1, removed: 0, changed: 2 })).toBe('1 added, 2 changed')
})
