import { policyRefusals } from '@trustwright/federation'
import type { Policy } from '@trustwright/shared-schemas'
import type { TrustRow } from '../../components/inventory/trust-row.ts'

export interface RefusedTrust {
  readonly row: TrustRow
  readonly policyId: string
  readonly why: string
}

export interface RefusedToday {
  /** How many trusts were looked at, and how many some rule would refuse. */
  readonly trusts: number
  readonly refused: number
  /** By rule, in the order of the rules; a rule that refuses nothing has 0. */
  readonly byPolicy: readonly { readonly policyId: string; readonly title: string; readonly count: number }[]
  /** The first of them. */
  readonly examples: readonly RefusedTrust[]
}

const mostExamples = 20

/** What the rules would refuse of the trusts that are stored. Who created them is not judged. */
export function refusedToday(policies: readonly Policy[], rows: readonly TrustRow[]): RefusedToday {
  const counts = new Map<string, number>()
  const examples: RefusedTrust[] = []
  let refused = 0
  for (const row of rows) {
    const { expression = null, issuer, name, parent, subject } = row.trust
    const refusals = policyRefusals(policies, {
      trust: { name, issuer, subject, expression },
      parent: { kind: parent.kind, resourceId: row.appId === null ? row.parentKey : null },
    })
    const [first] = refusals
    if (first === undefined) continue
    refused += 1
    for (const id of new Set(refusals.map(({ policy }) => policy.id)))
      counts.set(id, (counts.get(id) ?? 0) + 1)
    if (examples.length < mostExamples) examples.push({ row, policyId: first.policy.id, why: first.why })
  }
  return {
    trusts: rows.length,
    refused,
    byPolicy: policies.map(({ id, title }) => ({ policyId: id, title, count: counts.get(id) ?? 0 })),
    examples,
  }
}
