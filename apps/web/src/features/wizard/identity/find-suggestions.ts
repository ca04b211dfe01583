import type { QueryClient } from '@tanstack/react-query'
import type { Cloud } from '@trustwright/federation'
import type { DraftBody, InventoryRow, TrustParent } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../../api/api-problem.ts'
import { allIdentitiesQuery } from '../../../api/identity-queries.ts'
import { parentTrustsQuery } from '../../../api/parent-queries.ts'
import { trustWords } from '../../../components/trust-words.ts'
import { workloadName } from './default-names.ts'
import { lookedAt, withFresh, withMade, type KnownIdentity } from './fresh-trusts.ts'
import { freshOf, lookUntilSure, rowsThatStay, withoutGone, type Look } from './look-until-sure.ts'
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
  const looked = await lookUntilSure({
    first: lookedAt(rank(identities, rows), own),
    offer: (looks) => {
      const fresh = freshOf(looks)
      const there = withMade(withoutGone(identities, looks), own, fresh)
      const now = withFresh(rowsThatStay(rows, looks), fresh)
      return { found: rank(there, now), rows: now }
    },
    look: (parent) => readNow(queries, parent),
  })
  return {
    ...looked,
    isKnown: rows.length > 0,
    error: listed.status === 'rejected' ? listed.reason : null,
  }
}

/** Where they cannot be read, what the last pass knew of them stays; unless Azure says that there is no such parent. */
async function readNow(queries: QueryClient, parent: TrustParent): Promise<Look> {
  try {
    const { trusts } = await queries.fetchQuery({ ...parentTrustsQuery(parent), staleTime: 5000 })
    return { parent, trusts }
  } catch (error) {
    return { parent, trusts: error instanceof ApiProblem && error.code === 'NOT_FOUND' ? 'gone' : 'unread' }
  }
}
