import { expect, test } from 'vitest'
import { sampleRows, sampleScan } from '../../gallery/samples.ts'
import { toTrustRow } from '../inventory/trust-row.ts'
import { withProof } from './with-proof.ts'

const rows = sampleRows(3).map((row) => toTrustRow(row))
const inventory = {
  scan: sampleScan(0),
  unreadable: [],
  unreadFacts: [],
  parents: new Map(),
  rows,
  after: '3',
  hasMore: false,
}
const first = rows[1]
if (first === undefined) throw new Error('no sample')
const stored = { ...first.trust, resourceId: first.trust.resourceId.toUpperCase() }
const matched = { at: '2026-11-21T12:00:00Z', by: 'dana@contoso.com', means: 'beacon' } as const

test('what was proven a moment ago stands in the list that was read before it', () => {
  const next = withProof(inventory, { ...stored, matched })
  expect(next.rows.map(({ trust }) => trust.matched?.means)).toEqual([undefined, 'beacon', undefined])
  expect(withProof(next, { ...stored, matched })).toBe(next)
})

test.each([
  ['of a trust that the list lacks', { ...stored, resourceId: '/other', matched }],
  ['of other values', { ...stored, fingerprint: 'other', matched }],
])('proof %s changes nothing', (_, trust) => {
  expect(withProof(inventory, trust)).toBe(inventory)
})
