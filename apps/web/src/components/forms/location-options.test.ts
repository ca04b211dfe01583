import { expect, test } from 'vitest'
import { locationNotes, locationOptions } from './location-options.ts'

const locations = [
  { name: 'westeurope', displayName: 'West Europe', supportsTrusts: true },
  { name: 'malaysiasouth', displayName: 'Malaysia South', supportsTrusts: false },
  { name: 'eastus', displayName: 'East US', supportsTrusts: true },
]

test('regions without trusts come last and say so', () => {
  expect(locationOptions(locations)).toEqual([
    { value: 'eastus', label: 'East US (eastus)', group: 'Trusts work here' },
    { value: 'westeurope', label: 'West Europe (westeurope)', group: 'Trusts work here' },
    { value: 'malaysiasouth', label: 'Malaysia South (malaysiasouth), no trusts', group: 'No trusts here' },
  ])
})

test('choosing such a region warns with its name and the day of the data', () => {
  const [note] = locationNotes('malaysiasouth', locations, '2026-10-01')
  expect(note?.severity).toBe('warn')
  expect(note?.text).toContain('Malaysia South')
  expect(note?.text).toContain('2026-10-01')
})

test.each(['', 'eastus', 'atlantis'])('choosing %j warns of nothing', (chosen) => {
  expect(locationNotes(chosen, locations, '2026-10-01')).toEqual([])
})
