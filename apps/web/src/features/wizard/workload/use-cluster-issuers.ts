import { useQuery } from '@tanstack/react-query'
import { clustersQuery } from '../../../api/cluster-queries.ts'

const none: readonly string[] = []

/** Issuers of the clusters that the person may read, as Azure tells them. */
export function useClusterIssuers(enabled: boolean): readonly string[] {
  const { data } = useQuery({ ...clustersQuery, enabled })
  return data?.clusters.flatMap(({ issuer }) => issuer ?? []) ?? none
}
