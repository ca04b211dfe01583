import { useQuery } from '@tanstack/react-query'
import { clustersQuery } from '../../../api/cluster-queries.ts'

const none: readonly string[] = []

interface ClusterIssuers {
  readonly issuers: readonly string[]
  /** True until Azure told, or did not: a sole cluster fills the form then. */
  readonly isReading: boolean
}

/** Issuers of the clusters that the person may read, as Azure tells them. */
export function useClusterIssuers(enabled: boolean): ClusterIssuers {
  const { data, isLoading } = useQuery({ ...clustersQuery, enabled })
  return { issuers: data?.clusters.flatMap(({ issuer }) => issuer ?? []) ?? none, isReading: isLoading }
}
