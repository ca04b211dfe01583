import type { Identity } from '@trustwright/shared-schemas'

/** As many as a person reads through; more are found by typing. */
const most = 100

interface Wanted {
  /** Words of a name, group, region, subscription or client ID. */
  readonly typed: string
  /** Identities of this subscription come first. */
  readonly subscriptionId: string | null
  readonly subscriptionName: (subscriptionId: string) => string
}

/** Identities that hold every word typed, those whose name starts with the first word before the others. */
export function matchingIdentities(
  identities: readonly Identity[],
  { typed, subscriptionId, subscriptionName }: Wanted,
): { readonly shown: readonly Identity[]; readonly left: number } {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = identities.filter((identity) => {
    const { identityName, resourceGroup, location, clientId } = identity
    const place = `${resourceGroup} ${location} ${subscriptionName(identity.subscriptionId)}`
    const text = `${identityName} ${place} ${clientId}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const first = words[0] ?? ''
  const rank = (identity: Identity) =>
    (identity.identityName.toLowerCase().startsWith(first) ? 0 : 2) +
    (subscriptionId === null || identity.subscriptionId === subscriptionId ? 0 : 1)
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || a.identityName.localeCompare(b.identityName))
  return { shown: sorted.slice(0, most), left: Math.max(0, sorted.length - most) }
}
