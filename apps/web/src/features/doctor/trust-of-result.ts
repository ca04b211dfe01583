import type { Examination, NearTrust } from './examine.ts'
import type { TenantTrust } from './scope.ts'

/** The trust that the result can change or name: the one that fits, else the one most alike. */
export function targetOf({ matching, nearest }: Examination): TenantTrust | null {
  return matching[0] ?? nearest[0]?.trust ?? null
}

/** The trust that stands in the result itself, with its letters; null where the result is about none. */
export function trustOfResult(found: Examination): TenantTrust | null {
  const { causes, matching } = found
  const isAboutTrust = (causes[0]?.alignments ?? []).length > 0 || matching.length > 0
  return isAboutTrust ? targetOf(found) : null
}

/** Of token and trust, as far as they are known. */
export function issuersOf(found: Examination): readonly string[] {
  return [targetOf(found)?.stored.issuer, found.presented?.issuer].filter((issuer) => issuer !== undefined)
}

/** Trusts that are alike and do not stand in the result already. */
export function furtherNearest(found: Examination): readonly NearTrust[] {
  const shown = trustOfResult(found)
  return found.nearest.filter(({ trust }) => trust !== shown)
}
