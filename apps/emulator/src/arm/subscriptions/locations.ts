import { regions } from './location-table.ts'

const names = new Set(regions.map(({ name }) => name))

/** Names of every region, in the order ARM lists them. */
export const locationNames: readonly string[] = [...names]

/** `West Europe` and `westeurope` are one place to ARM: the name without spaces, lower case. */
export function normaliseLocation(location: string): string {
  return location.replaceAll(' ', '').toLowerCase()
}

/** Takes a normalised name. */
export function isKnownLocation(location: string): boolean {
  return names.has(location)
}

/** One item of `GET /subscriptions/{id}/locations`, for every region. */
export function locationItems(subscriptionId: string): Record<string, unknown>[] {
  const base = `/subscriptions/${subscriptionId}/locations`
  return regions.map(({ name, displayName, category, pairedWith, ...place }) => ({
    id: `${base}/${name}`,
    name,
    type: 'Region',
    displayName,
    regionalDisplayName: `(${place.geographyGroup}) ${displayName}`,
    metadata: {
      regionType: 'Physical',
      regionCategory: category,
      ...place,
      pairedRegion: pairedWith === '' ? [] : [{ name: pairedWith, id: `${base}/${pairedWith}` }],
    },
  }))
}
