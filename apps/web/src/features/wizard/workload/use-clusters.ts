import { useQuery } from '@tanstack/react-query'
import type { DraftBody } from '@trustwright/shared-schemas'
import { useMemo, useState } from 'react'
import { clustersQuery } from '../../../api/cluster-queries.ts'
import { useCloud } from '../../../components/use-cloud.ts'
import { useSuggestions } from '../identity/use-suggestions.ts'
import { clusterOffers, proposedCluster, type ClusterOffer, type ClusterProposal } from './cluster-offers.ts'

type Fields = Readonly<Record<string, string>>

export interface Clusters {
  /** Null while they are read. */
  readonly offers: readonly ClusterOffer[] | null
  readonly proposal: ClusterProposal | null
  /** The proposal is one of several clusters. */
  readonly isOneOfSeveral: boolean
  /** True until Azure told, or did not: the form may be filled then. */
  readonly isReading: boolean
}

const none: Clusters = { offers: null, proposal: null, isOneOfSeveral: false, isReading: false }

/**
 * The clusters that the person may read, and which of them is meant as far as the tenant's own trusts tell. Only a service
 * account that came with the draft is looked up: one that is typed would be asked for letter by letter.
 */
export function useClusters(body: DraftBody, fields: Fields, enabled: boolean): Clusters {
  const cloud = useCloud()
  const { data, isLoading } = useQuery({ ...clustersQuery, enabled })
  const [given] = useState(() => accountOf(fields))
  const now = accountOf(fields)
  const isGiven = given.namespace !== '' && given.serviceAccount !== ''
  const isSame = now.namespace === given.namespace && now.serviceAccount === given.serviceAccount
  const clusters = data?.clusters
  const [first] = clusters?.flatMap(({ issuer }) => issuer ?? []) ?? []
  const asks = enabled && isGiven && first !== undefined && (clusters?.length ?? 0) > 1
  // Whom the account signs in as on any of them: its issuer is no part of the workload's name.
  const asked = { ...body, fields: { ...body.fields, ...given, issuer: first ?? '' } }
  const { rows, ready } = useSuggestions(asked, asks)
  const offers = useMemo(
    () => (clusters === undefined ? null : clusterOffers(clusters, isSame ? rows : [], given, cloud)),
    [clusters, rows, isSame, given, cloud],
  )
  if (!enabled) return none
  const proposal =
    offers === null || (asks && !ready) ? null : proposedCluster(offers, data?.complete === true, given)
  return {
    offers,
    proposal,
    isOneOfSeveral: proposal !== null && offers !== null && offers.length > 1,
    isReading: isLoading || (asks && !ready),
  }
}

function accountOf(fields: Fields) {
  return { namespace: fields['namespace'] ?? '', serviceAccount: fields['serviceAccount'] ?? '' }
}
