import type { Identity } from '@trustwright/shared-schemas'

/** As many as a person reads through; more are found by typing. */
const most = 100

/** Identities whose name or group holds every word typed, those whose name starts with it first. */
export function matchingIdentities(
  identities: readonly Identity[],
  typed: string,
): { readonly shown: readonly Identity[]; readonly left: number } {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found = identities.filter(({ identityName, resourceGroup }) => {
    const text = `${identityName} ${resourceGroup}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const first = words[0] ?? ''
  const rank = ({ identityName }: Identity) => (identityName.toLowerCase().startsWith(first) ? 0 : 1)
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || a.identityName.localeCompare(b.identityName))
  return { shown: sorted.slice(0, most), left: Math.max(0, sorted.length - most) }
}
