import type { TrustRow } from '../../components/inventory/trust-row.ts'
import { counted } from '../../lib/words.ts'

/** A value that can be looked up instead of typed. */
export interface PolicyChoice {
  /** As it stands in the rule. */
  readonly value: string
  readonly label: string
  /** Behind it, such as how many trusts have it. */
  readonly detail: string
}

const github = 'https://token.actions.githubusercontent.com'

/** `repo:contoso/pay:…` and `repo:contoso@123/pay@456:…`; an enterprise's own issuer has the same subjects. */
function ownerOf({ issuer, subject }: TrustRow['trust']): string | null {
  if (!issuer.startsWith(github)) return null
  return /^repo:([^/@]+)[/@]/.exec(subject ?? '')?.[1] ?? null
}

export type PolicyPart = 'allowedIssuers' | 'allowedOwners' | 'scopes'

/** What stored trusts have there, the most frequent first. */
export function storedChoices(part: PolicyPart, rows: readonly TrustRow[]): readonly PolicyChoice[] {
  const counts = new Map<string, { label: string; trusts: number }>()
  for (const row of rows) {
    for (const { value, label } of valuesOf(part, row)) {
      const known = counts.get(value) ?? { label, trusts: 0 }
      known.trusts += 1
      counts.set(value, known)
    }
  }
  return [...counts]
    .toSorted(([one, a], [other, b]) => b.trusts - a.trusts || (one < other ? -1 : 1))
    .map(([value, { label, trusts }]) => ({ value, label, detail: counted(trusts, 'trust') }))
}

function valuesOf(
  part: PolicyPart,
  { resourceGroup, subscriptionId, subscriptionName, trust }: TrustRow,
): readonly { readonly value: string; readonly label: string }[] {
  if (part === 'allowedIssuers') return [{ value: trust.issuer, label: trust.issuer }]
  if (part === 'allowedOwners') {
    const owner = ownerOf(trust)
    return owner === null ? [] : [{ value: owner, label: owner }]
  }
  if (subscriptionId === '') return []
  const subscription = `/subscriptions/${subscriptionId}`
  return [
    { value: subscription, label: `Subscription ${subscriptionName}` },
    {
      value: `${subscription}/resourceGroups/${resourceGroup}`,
      label: `${resourceGroup}, ${subscriptionName}`,
    },
  ]
}

/** Puts a value below what stands in a list already; one that is there stays once. */
export function withLine(text: string, value: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const isThere = lines.some((line) => line.trim().toLowerCase() === value.toLowerCase())
  return isThere ? text : [...lines, value].join('\n')
}
