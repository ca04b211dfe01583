import type { Location } from '@trustwright/shared-schemas'
import { supportsTrusts, unsupportedRegions } from '../../domain/unsupported-regions.ts'
import type { Caller } from '../../ports.ts'
import type { SubscriptionDeps } from './subscription-deps.ts'

/** Every location of the subscription; `supportAsOf` is the date of the list of regions without trusts. */
export async function listLocations(
  { arm, regionsWithoutTrusts }: SubscriptionDeps,
  caller: Caller,
  subscriptionId: string,
): Promise<{ locations: Location[]; supportAsOf: string }> {
  const found = await arm.listLocations(caller, subscriptionId)
  const locations = found.map(({ name, displayName }) => ({
    name,
    displayName,
    supportsTrusts: supportsTrusts(name, regionsWithoutTrusts),
  }))
  return { locations, supportAsOf: unsupportedRegions.asOf }
}
