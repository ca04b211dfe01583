import type { QueryClient } from '@tanstack/react-query'
import type { ClusterReading } from '@trustwright/federation'
import { ClusterPath, type DraftBody } from '@trustwright/shared-schemas'
import { clusterQuery } from '../../../api/cluster-queries.ts'

/** Null where the paste names the cluster only in part. */
export function clusterPath({
  subscriptionId,
  resourceGroup,
  name,
}: ClusterReading['cluster']): ClusterPath | null {
  const path = ClusterPath.safeParse({ subscriptionId, resourceGroup, clusterName: name })
  return path.success ? path.data : null
}

/** The issuer of the cluster that was pasted, read from Azure; where it cannot be read, the step asks for it. */
export async function withCluster(
  queries: QueryClient,
  body: DraftBody,
  cluster: ClusterReading['cluster'],
): Promise<DraftBody> {
  const path = clusterPath(cluster)
  if (path === null || body.presetId !== 'aks') return body
  const found = await queries.fetchQuery(clusterQuery(path)).catch(() => null)
  const issuer = found?.issuer ?? null
  return issuer === null ? body : { ...body, fields: { ...body.fields, issuer } }
}
