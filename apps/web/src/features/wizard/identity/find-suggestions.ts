import type { QueryClient } from '@tanstack/react-query'
import type { Cloud } from '@trustwright/federation'
import type { DraftBody, InventoryRow, TrustParent } from '@trustwright/shared-schemas'
import { allIdentitiesQuery } from '../../../api/identity-queries.ts'
import { parentTrustsQuery } from '../../../api/parent-queries.ts'
import { trustWords } from '../../../components/trust-words.ts'
import { workloadName } from './default-names.ts'
import { lookedAt, withFresh, withMade, type FreshTrusts, type KnownIdentity } from './fresh-trusts.ts'
import { knownTrustsQuery, madeParentsQuery } from './known-trusts.ts'
import { rankParents, type SuggestedParent } from './rank-parents.ts'
import { wantedTrusts } from '../review/set-up-of-draft.ts'

export interface FoundParents {
  /** Best first. */
  readonly found: readonly SuggestedParent[]
  /** Every trust that is known of; of those that fit for a reason as they are stored now. */
  readonly rows: readonly InventoryRow[]
  /** The trusts of the tenant were read before, so their counts mean something. */
  readonly isKnown: boolean
  /** Why the identities could not be listed; null where they were. */
  readonly error: unknown
}

/**
 * Whom the draft's workload could sign in as. The last pass over the tenant says where to look, Azure says what is stored
 * there now: an identity made a moment ago, or where nobody ever read the tenant, is found all the same.
 */
export async function findSuggestions(
  queries: QueryClient,
  body: DraftBody,
  cloud: Cloud,
): Promise<FoundParents> {
  const [listed, known, made] = await Promise.allSettled([
    queries.fetchQuery(allIdentitiesQuery),
    queries.fetchQuery(knownTrustsQuery),
    queries.fetchQuery(madeParentsQuery),
  ])
  const rows = known.status === 'fulfilled' ? known.value : []
  const own = made.status === 'fulfilled' ? made.value : []
  const identities = listed.status === 'fulfilled' ? listed.value.identities : []
  const rank = (there: readonly KnownIdentity[], now: readonly InventoryRow[]) =>
    rankParents({
      identities: there,
      rows: now,
      workload: workloadName(body, cloud),
      workloadOf: ({ trust }) => trustWords(trust, cloud).workload,
      needed: Math.max(1, wantedTrusts(body, cloud).length),
    })
  const parents = lookedAt(rank(identities, rows), own)
  const read = await Promise.all(parents.map((parent) => readNow(queries, parent)))
  const fresh = read.filter((one) => one !== null)
  const now = withFresh(rows, fresh)
  return {
    found: rank(withMade(identities, own, fresh), now),
    rows: now,
    isKnown: rows.length > 0,
    error: listed.status === 'rejected' ? listed.reason : null,
  }
}

/** Null where they cannot be read: what the last pass knew of them stays. */
async function readNow(queries: QueryClient, parent: TrustParent): Promise<FreshTrusts | null> {
  try {
    const { trusts } = await queries.fetchQuery({ ...parentTrustsQuery(parent), staleTime: 5000 })
    return { parent, trusts }
  } catch {
    return null
  }
}
