import type { InventoryRow } from '@trustwright/shared-schemas'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { sampleRows, sampleScan } from '../../gallery/samples.ts'
import { filterRows } from './filter-rows.ts'
import { shortKey, toReviewRow } from './review-row.ts'
import { countWords, progressWords } from './scan-words.ts'
import { mostPicked, readSelection, selectedOf, toggleKey, writeSelection } from './selection.ts'
import { defaultSort, nextSort, readSort, sortColumns, writeSort } from './sort-rows.ts'
import { trustsCsv } from './trusts-csv.ts'

const rows = sampleRows(10).map(toReviewRow)

function withTrust(changes: Partial<InventoryRow['trust']>) {
  const [sample] = sampleRows(1)
  if (sample === undefined) throw new Error('no sample')
  return toReviewRow({ ...sample, trust: { ...sample.trust, ...changes } })
}

test.each([
  ['', 10],
  ['CONTOSO', 4],
  ['contoso rg-pay', 2],
  ['contoso -rg-pay', 2],
  ['kubernetes', 3],
  ['github prod', 4],
  ['no-such-thing', 0],
  ['-', 10],
])('the filter %j leaves %i of ten rows', (text, left) => {
  expect(filterRows(rows, text)).toHaveLength(left)
})

test('50,000 rows are filtered within 150 ms', () => {
  const many = sampleRows(50_000).map(toReviewRow)
  const start = performance.now()
  expect(filterRows(many, 'contoso/pay-api-4999 prod').length).toBeGreaterThan(0)
  expect(performance.now() - start).toBeLessThan(150)
})

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

test('a stored oddity is in the list, the filter and the export', () => {
  const odd = withTrust({ subject: null, oddities: ['no-subject'], audiences: [] })
  expect(filterRows([odd], 'no-subject')).toHaveLength(1)
  expect(trustsCsv([odd])).toContain('no-subject')
})

test('progress says what is going on, and that a wait loses nothing', () => {
  const now = Date.parse('2026-11-21T12:00:00Z')
  const running = { state: 'running', identitiesFound: 64, identitiesRead: 18, secondsLeft: 95 } as const
  expect(progressWords(sampleScan(0, running), now)).toBe('18 of 64 identities read, about 1 min 35 s left.')
  expect(progressWords(sampleScan(0, { ...running, waitingUntil: '2026-11-21T12:00:20Z' }), now)).toBe(
    'Azure asked us to slow down. Next try in 20 s. Nothing was lost.',
  )
  expect(progressWords(sampleScan(0, { ...running, identitiesFound: 0 }), now)).toBe(
    'Looking through 12 subscriptions.',
  )
})

test('the line that counts tells shown, all and selected apart', () => {
  expect(countWords(38, 1284, 2)).toBe('38 of 1,284 trusts, 2 selected')
  expect(countWords(1, 1, 0)).toBe('1 trust')
})
