import type { Operation } from '../../kernel/operation.ts'
import { deleteCluster } from './delete-cluster.ts'
import { getCluster } from './get-cluster.ts'
import { listClusters } from './list-clusters.ts'
import { patchCluster } from './patch-cluster.ts'
import { putCluster } from './put-cluster.ts'

export const clusterOperations: readonly Operation[] = [
  ...listClusters,
  getCluster,
  putCluster,
  patchCluster,
  deleteCluster,
]
