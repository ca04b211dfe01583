import { groupFaults } from '../groups/group-faults.ts'
import { isKnownLocation, locationNames, normaliseLocation } from '../subscriptions/locations.ts'
import { optionalString, type JsonObject } from './parse-body.ts'
import { refuse } from './refusal.ts'

/** The location asked for, normalised. Throws when it is missing. */
export function requiredLocation(body: JsonObject): string {
  const location = optionalString(body, 'location')
  if (location === undefined || location.trim() === '') throw refuse(groupFaults.locationRequired())
  return normaliseLocation(location)
}

/** Throws in the words of resource groups when the region does not exist. */
export function demandGroupLocation(location: string): void {
  if (!isKnownLocation(location)) throw refuse(groupFaults.groupLocationUnavailable(location, locationNames))
}

/** Throws in the words of a resource type when the region does not exist. */
export function demandResourceLocation(location: string, type: string): void {
  if (isKnownLocation(location)) return
  throw refuse(groupFaults.resourceLocationUnavailable(location, type, locationNames))
}
