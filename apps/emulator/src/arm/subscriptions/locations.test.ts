import { expect, test } from 'vitest'
import { locationsWithoutCredentials } from '../../seed.ts'
import { regions } from './location-table.ts'
import { isKnownLocation, locationItems, normaliseLocation } from './locations.ts'

test('every region has all its fields, a name of its own, and a pair that exists', () => {
  expect(new Set(regions.map(({ name }) => name)).size).toBe(regions.length)
  for (const { pairedWith, ...fields } of regions) {
    expect(fields.name).toBe(normaliseLocation(fields.displayName))
    expect(Object.values(fields)).not.toContain('')
    expect(fields.latitude).toMatch(/^-?\d+(\.\d+)?$/)
    expect(fields.longitude).toMatch(/^-?\d+(\.\d+)?$/)
    expect(['Recommended', 'Other']).toContain(fields.category)
    expect(pairedWith === '' || isKnownLocation(pairedWith)).toBe(true)
  }
})

test.each(locationsWithoutCredentials)('%s, which refuses credentials, is a region', (name) => {
  expect(isKnownLocation(name)).toBe(true)
})

test('a location item is shaped as ARM shapes it', () => {
  expect(locationItems('s').find(({ name }) => name === 'westeurope')).toEqual({
    id: '/subscriptions/s/locations/westeurope',
    name: 'westeurope',
    type: 'Region',
    displayName: 'West Europe',
    regionalDisplayName: '(Europe) West Europe',
    metadata: {
      regionType: 'Physical',
      regionCategory: 'Recommended',
      geography: 'Europe',
      geographyGroup: 'Europe',
      longitude: '4.9',
      latitude: '52.3667',
      physicalLocation: 'Netherlands',
      pairedRegion: [{ name: 'northeurope', id: '/subscriptions/s/locations/northeurope' }],
    },
  })
})
