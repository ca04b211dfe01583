import type { FindingTrust } from './facts/inventory.ts'

/** On how many parents the claims of a trust stand. */
export function spreadOf(trusts: readonly FindingTrust[]): (trust: FindingTrust) => number {
  const found = new Map<string, Map<string, Set<string>>>()
  for (const trust of trusts) {
    const ofIssuer = entryOf(found, trust.issuer, () => new Map<string, Set<string>>())
    entryOf(ofIssuer, whoOf(trust), () => new Set<string>()).add(trust.parentKey)
  }
  return (trust) => found.get(trust.issuer)?.get(whoOf(trust))?.size ?? 0
}

/** An expression is told from a subject of the same text. */
function whoOf({ subject, expression }: FindingTrust): string {
  return expression === null ? (subject ?? '') : JSON.stringify([subject, expression])
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const before = map.get(key)
  if (before !== undefined) return before
  const made = make()
  map.set(key, made)
  return made
}
