import type { InventoryRow, Unreadable } from '@trustwright/shared-schemas'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { sampleRows, sampleScan } from '../../gallery/samples.ts'
import { listTrusts } from '../../components/inventory/list-trusts.ts'
import { shortKey, toTrustRow } from '../../components/inventory/trust-row.ts'
import { progressWords } from '../../components/inventory/progress-words.ts'
import { ageWords, countWords } from './scan-words.ts'
import { mostPicked, readSelection, selectedOf, toggleKey, writeSelection } from './selection.ts'
import { defaultSort, nextSort, readSort, sortColumns, sortValues, writeSort } from './sort-trusts.ts'
import { trustsCsv, trustsJson } from './list-export.ts'
import { kindWords, unreadableMeaning, unreadableTitle } from '../../components/unreadable-words.ts'

function listed(row: InventoryRow) {
  const [found] = listTrusts({ rows: [toTrustRow(row)], parents: new Map() }, undefined)
  if (found === undefined) throw new Error('no row')
  return found
}

const rows = sampleRows(10).map(listed)

function withTrust(changes: Partial<InventoryRow['trust']>) {
  const [sample] = sampleRows(1)
  if (sample === undefined) throw new Error('no sample')
  return listed({ ...sample, trust: { ...sample.trust, ...changes } })
}

test.each(sortColumns)('a sort by %s survives the address in both directions', (column) => {
  for (const down of [false, true]) expect(readSort(writeSort({ column, down }))).toEqual({ column, down })
})

test.each([undefined, '', '-', 'colour', '-colour', '--age', '__proto__'])(
  '%j in the address is the default sort',
  (text) => {
    expect(readSort(text)).toEqual(defaultSort)
  },
)

test('pressing a head again turns the direction, another head starts upwards', () => {
  const once = nextSort(defaultSort, 'age')
  expect(once).toEqual({ column: 'age', down: false })
  expect(nextSort(once, 'age')).toEqual({ column: 'age', down: true })
  expect(writeSort(defaultSort)).toBeUndefined()
})

test.each([undefined, '', '*', 'a1', 'a1,b2', '*,-a1,-b2'])(
  'the selection %j survives the address',
  (text) => {
    expect(writeSelection(readSelection(text)) ?? '').toBe(text ?? '')
  },
)

test.each(['<script>', '-a1', 'A1,../x', ',,,'])('%j selects nothing', (text) => {
  expect(selectedOf(rows, readSelection(text))).toHaveLength(0)
})

test('all but one is a selection, and its count follows the filter', () => {
  const [first] = rows
  const all = readSelection('*')
  expect(selectedOf(rows, all)).toHaveLength(10)
  const allButOne = toggleKey(all, first?.key ?? '')
  expect(allButOne === null ? 0 : selectedOf(rows, allButOne).length).toBe(9)
})

test('picks stop where the address would not come back through sign-in', () => {
  const keys = Array.from({ length: mostPicked }, (_, index) => shortKey(`/trust/${index}`))
  const full = readSelection(keys.join(','))
  expect(toggleKey(full, 'one0more')).toBeNull()
  expect((writeSelection(full) ?? '').length).toBeLessThan(1500)
  expect(toggleKey(full, keys[0] ?? '')?.keys.size).toBe(mostPicked - 1)
})

test('a key is the same however ARM writes the case of the ID, and differs between trusts', () => {
  expect(shortKey('/subscriptions/A/resourceGroups/b')).toBe(shortKey('/subscriptions/a/resourcegroups/B'))
  expect(new Set(Array.from({ length: 50_000 }, (_, index) => shortKey(`/trust/${index}`))).size).toBe(50_000)
})

test.each(['=cmd|calc', '+1', '-1', '@x', '\t=1', '\r=1'])('the subject %j is defused in CSV', (subject) => {
  const parsed = Papa.parse<Record<string, string>>(trustsCsv([withTrust({ subject })]), { header: true })
  expect(parsed.data[0]?.['subject']).toBe(`'${subject}`)
})

test.each(['a,b', 'a"b', 'a\r\nb', 'عامل', ' space '])(
  'the subject %j comes back whole from CSV',
  (subject) => {
    const parsed = Papa.parse<Record<string, string>>(trustsCsv([withTrust({ subject })]), { header: true })
    expect(parsed.data).toHaveLength(1)
    expect(parsed.data[0]?.['subject']).toBe(subject)
  },
)

test('a stored oddity is in the export', () => {
  const odd = withTrust({ subject: null, oddities: ['no-subject'], audiences: [] })
  expect(trustsCsv([odd])).toContain('no-subject')
})

const step = (day: number) => ({ at: `2026-11-${day}T12:00:00.000Z`, by: 'dana@contoso.com' })
const ofSteps = {
  seen: { seen: step(11) },
  matched: { seen: null, matched: { ...step(19), means: 'beacon' } },
  checked: { seen: null, checked: { ...step(21), means: 'rules' } },
  longAgo: { seen: null, checked: { ...step(12), means: 'rules' } },
  nothing: { seen: null },
} as const satisfies Record<string, Partial<InventoryRow['trust']>>

test('proof sorts by how far a trust is proven, then by when: a fresh check never goes before what was seen', () => {
  const order = Object.entries(ofSteps)
    .map(([name, changes]) => ({ name, value: sortValues.proof(withTrust({ checked: null, ...changes })) }))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))
  expect(order.map(({ name }) => name)).toEqual(['seen', 'matched', 'checked', 'longAgo', 'nothing'])
})

test('JSON has the same rows and fields, and null for what is not known', () => {
  const odd = withTrust({ subject: '=1' })
  const [record] = JSON.parse(trustsJson([odd])) as Record<string, unknown>[]
  expect(record).toMatchObject({ subject: '=1', access: null, owners: null, worstFinding: null })
  const head = Papa.parse<string[]>(trustsCsv([odd])).data[0]
  expect(Object.keys(record ?? {})).toEqual(head)
  expect(trustsCsv([odd])).toContain('unknown')
})

test('the export tells the steps of proof apart', () => {
  const csv = trustsCsv([withTrust(ofSteps.matched)])
  const row = Papa.parse<Record<string, string>>(csv, { header: true }).data[0]
  expect(row).toMatchObject({ matchedAt: '2026-11-19T12:00:00.000Z', matchedBy: 'beacon', seenAt: '' })
})

test('progress says what is going on, and that a wait loses nothing', () => {
  const now = Date.parse('2026-11-21T12:00:00Z')
  const running = { state: 'running', identitiesFound: 64, identitiesRead: 18, secondsLeft: 95 } as const
  expect(progressWords(sampleScan(0, running), now)).toBe(
    '18 of 64 identities and applications read, about 1 min 35 s left.',
  )
  expect(progressWords(sampleScan(0, { ...running, waitingUntil: '2026-11-21T12:00:20Z' }), now)).toBe(
    'Azure asked us to slow down. Next try in 20 s. Nothing was lost.',
  )
  expect(progressWords(sampleScan(0, { ...running, identitiesFound: 0 }), now)).toBe(
    'Looking through 12 subscriptions and the directory.',
  )
})

test('the line that counts tells shown, all and selected apart', () => {
  const counts = { shown: 38, all: 1284, selected: 2, isGrowing: false }
  expect(countWords(counts)).toBe('38 of 1,284 trusts, 2 selected')
  expect(countWords({ ...counts, isGrowing: true })).toBe('38 of 1,284 trusts so far, 2 selected')
  expect(countWords({ shown: 1, all: 1, selected: 0, isGrowing: false })).toBe('1 trust')
  expect(countWords({ shown: 500, all: 500, selected: 0, isGrowing: true })).toBe('500 trusts so far')
})

const appId = '22222222-3333-4444-8555-666666666666'
function applicationRow(applicationName?: string) {
  const [sample] = sampleRows(1)
  if (sample === undefined) throw new Error('no sample')
  const trust = {
    ...sample.trust,
    parent: { kind: 'application' as const, appId },
    resourceId: `/applications/${appId}/federatedIdentityCredentials/gh`,
    name: 'gh',
    subject: null,
    expression: "claims['sub'] matches 'repo:contoso/*'",
  }
  const place = { subscriptionName: '', location: '' }
  return listed({
    ...sample,
    ...place,
    trust,
    ...(applicationName !== undefined && { applicationName }),
  })
}

test.each([
  ['Pay API', 'Pay API'],
  ['', appId],
  [undefined, appId],
])('an application called %j stands as %j, by its application ID', (given, shown) => {
  const row = applicationRow(given)
  expect([row.identityName, row.place]).toEqual([shown, ['App registration', appId]])
  expect(row.sentence).toMatch(new RegExp(`can sign in as ${shown}$`))
})

test('an application is sorted by every column, selected and exported', () => {
  const row = applicationRow('=Pay')
  for (const column of sortColumns) expect(typeof sortValues[column](row)).toBe('string')
  expect(selectedOf([row, ...rows], readSelection(row.key))).toEqual([row])
  const parsed = Papa.parse<Record<string, string>>(trustsCsv([row]), { header: true })
  expect(parsed.data[0]).toMatchObject({
    kind: 'application',
    identity: "'=Pay",
    appId,
    subscription: '',
    subscriptionId: '',
    resourceGroup: '',
    expression: "claims['sub'] matches 'repo:contoso/*'",
  })
})

const unread = (kind: Unreadable['kind']): Unreadable => ({
  kind,
  scope: '/x',
  displayName: 'x',
  code: 'FORBIDDEN',
  reason: 'No.',
})

test.each([
  [['subscription'], '1 subscription could not be read'],
  [['identity', 'identity'], '2 identities could not be read'],
  [['directory'], 'Applications of Microsoft Graph could not be read'],
  [['application', 'identity'], '1 identity and 1 application could not be read'],
  [
    ['directory', 'subscription', 'identity'],
    '1 subscription, 1 identity and applications of Microsoft Graph could not be read',
  ],
] as const)('what was not read of %j is told as "%s"', (kinds, title) => {
  const unreadable = kinds.map(unread)
  expect(unreadableTitle(unreadable)).toBe(title)
  const isPartly = unreadableMeaning(unreadable).includes('read before it failed')
  expect(isPartly).toBe(unreadable.some(({ kind }) => kind === 'directory'))
})

test('what is named of the directory is Microsoft Graph', () => {
  expect(kindWords.directory).toBe('Microsoft Graph')
})

test.each([
  [0, '12 subscriptions, 3 identities and 0 applications.'],
  [1, '12 subscriptions, 3 identities and 1 application.'],
])('a pass that read %s applications says so', (applicationsRead, end) => {
  const scan = sampleScan(12, { applicationsRead, identitiesBy: null })
  expect(ageWords(scan, Date.now()).endsWith(`from ${end}`)).toBe(true)
})
