import type { Subscription } from '@trustwright/shared-schemas'
import { asRefused } from '../../../domain/as-refused.ts'
import { resourceKey } from '../../../domain/resource-ids.ts'
import type { IdentityResource } from '../../../inventory-port.ts'
import { readItems } from './read-pages.ts'
import { pagesFor } from './scan-meter.ts'
import type { ScanContext } from './scan-context.ts'

/** What ARM and Resource Graph tell of managed identities, beside their trusts. */
export interface KnownIdentities {
  readonly subscriptions: readonly Subscription[]
  /** By resource ID in lower case; null where Resource Graph refused to tell. */
  readonly byKey: ReadonlyMap<string, IdentityResource> | null
  readonly nameOf: (subscriptionId: string) => string
}

const resourceGraphPage = 1000

/** Throws what `listSubscriptions` throws: without them nothing can be read in Azure. */
export async function readKnownIdentities(context: ScanContext): Promise<KnownIdentities> {
  const { arm, caller, meter, paced } = context
  const subscriptions = await paced.arm('', () => arm.listSubscriptions(caller, meter.options('arm')))
  meter.least('subscriptions', 1)
  const names = new Map(subscriptions.map((each) => [each.subscriptionId.toLowerCase(), each.displayName]))
  const nameOf = (subscriptionId: string) => names.get(subscriptionId.toLowerCase()) ?? ''
  return { subscriptions, nameOf, byKey: await readResources(context, subscriptions.length) }
}

async function readResources(
  { arm, caller, meter, paced }: ScanContext,
  subscriptions: number,
): Promise<KnownIdentities['byKey']> {
  if (subscriptions === 0) return new Map()
  try {
    const found = await readItems(
      (cursor) =>
        paced.resourceGraph(() => arm.listIdentityResources(caller, cursor, meter.options('resourceGraph'))),
      (total) => meter.least('identities', pagesFor(total, resourceGraphPage)),
    )
    return new Map(found.map((identity) => [resourceKey(identity.resourceId), identity]))
  } catch (error) {
    asRefused(error)
    return null
  }
}
