import type { FacetKey, FacetCount } from '@trustwright/federation'

export const facetLabels: Readonly<Record<FacetKey, string>> = {
  risk: 'Risk',
  platform: 'Platform',
  issuer: 'Issuer',
  kind: 'Kind',
  env: 'Environment',
  role: 'Role',
  grant: 'Directory and API',
  used: 'Last used',
  owner: 'Owner',
  subscription: 'Subscription',
  location: 'Location',
  audience: 'Audience',
}

/** In the order in which they stand over the list. */
export const firstFacets: readonly FacetKey[] = [
  'risk',
  'used',
  'platform',
  'role',
  'subscription',
  'owner',
  'env',
]

/** Behind one button, until something of them is chosen. */
export const otherFacets: readonly FacetKey[] = ['kind', 'grant', 'issuer', 'audience', 'location']

const words: Readonly<Partial<Record<FacetKey, Readonly<Record<string, string>>>>> = {
  role: { 'owner-like': 'Like Owner, of any name', 'can-write': 'Can write, of any name' },
  kind: { app: 'App registration', mi: 'Managed identity' },
  used: {
    '<30d': 'Within 30 days',
    '>90d': 'Not for 90 days',
    never: 'Never seen',
    unknown: 'Not known',
  },
  risk: {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    info: 'Note',
    none: 'None found',
    unknown: 'Not judged',
  },
}

/** A value of a facet as a person reads it. */
export function facetValueText(key: FacetKey, { text, exact }: FacetCount['value']): string {
  if (exact) return text
  const known = words[key]?.[text.toLowerCase()]
  if (known !== undefined) return known
  if (text === 'none') return 'None'
  return text === 'unknown' ? 'Not known' : text
}
