import {
  ClientId,
  IdentityName,
  ResourceGroupName,
  SubscriptionId,
  type TrustParent,
} from '@trustwright/shared-schemas'

/** What the address of a form says about the identity or application that it is for. */
export interface ParentSearch {
  /** Null until everything that names one is there and well formed. */
  readonly parent: TrustParent | null
  /** The list that is open while nothing is chosen. */
  readonly side: TrustParent['kind']
  readonly subscriptionId: string | null
}

/** Names of the search values that are read here. */
export const parentSearchKeys = ['subscription', 'group', 'identity', 'application', 'parent'] as const

/** Reads the choice from an address. A malformed part counts as missing. */
export function parentOfSearch(search: Readonly<Record<string, unknown>>): ParentSearch {
  const subscription = SubscriptionId.safeParse(search['subscription'])
  const subscriptionId = subscription.success ? subscription.data : null
  const appId = ClientId.safeParse(search['application'])
  if (appId.success) {
    return { parent: { kind: 'application', appId: appId.data }, side: 'application', subscriptionId }
  }
  const resourceGroup = ResourceGroupName.safeParse(search['group'])
  const identityName = IdentityName.safeParse(search['identity'])
  if (subscriptionId === null || !resourceGroup.success || !identityName.success) {
    const side = search['parent'] === 'application' ? 'application' : 'managedIdentity'
    return { parent: null, side, subscriptionId }
  }
  return {
    parent: {
      kind: 'managedIdentity',
      subscriptionId,
      resourceGroup: resourceGroup.data,
      identityName: identityName.data,
    },
    side: 'managedIdentity',
    subscriptionId,
  }
}
