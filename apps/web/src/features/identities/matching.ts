import type { Identity } from '@trustwright/shared-schemas'

/** Identities that hold every typed word in one of the shown columns, by name. */
export function matchingIdentities(identities: readonly Identity[], typed: string): Identity[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return identities
    .filter(({ identityName, resourceGroup, location, clientId }) => {
      const text = `${identityName} ${resourceGroup} ${location} ${clientId}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => a.identityName.localeCompare(b.identityName))
}
