import type { Identity } from '@trustwright/shared-schemas'

/** Names of subscriptions by their IDs. */
export type SubscriptionNames = ReadonlyMap<string, string>

const collator = new Intl.Collator('en')

/** Sorting is what takes time in a long list, so it is done once and not at every letter. */
export function sortedByName(identities: readonly Identity[]): Identity[] {
  return identities.toSorted((a, b) => collator.compare(a.identityName, b.identityName))
}

/** Identities that hold every typed word in one of the shown columns, in the order they came. */
export function matchingIdentities(
  identities: readonly Identity[],
  typed: string,
  names: SubscriptionNames = new Map(),
): Identity[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return identities.filter(({ identityName, resourceGroup, location, clientId, subscriptionId }) => {
    const subscription = `${names.get(subscriptionId) ?? ''} ${subscriptionId}`
    const text = `${identityName} ${resourceGroup} ${location} ${clientId} ${subscription}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
