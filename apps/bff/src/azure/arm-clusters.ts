import type { Cluster } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { parseClusterId } from '../domain/resource-ids.ts'
import type { Arm } from '../ports.ts'
import type { ArmMethods } from './arm-methods.ts'
import { queryResourceGraph } from './query-resource-graph.ts'
import { readAll } from './read-all.ts'
import { toCluster } from './to-cluster.ts'

const query = `resources
| where type =~ 'microsoft.containerservice/managedclusters'
| project id, location, oidcIssuerProfile = properties.oidcIssuerProfile, securityProfile = properties.securityProfile
| order by id asc`

const Row = z.looseObject({
  id: z.string(),
  location: z.string(),
  oidcIssuerProfile: z
    .looseObject({ enabled: z.boolean().nullish(), issuerURL: z.string().nullish() })
    .nullish(),
  securityProfile: z
    .looseObject({ workloadIdentity: z.looseObject({ enabled: z.boolean().nullish() }).nullish() })
    .nullish(),
})

/** https://learn.microsoft.com/rest/api/aks/managed-clusters */
export function clusterMethods({
  read,
}: ArmMethods): Pick<Arm, 'queryClusters' | 'listClusters' | 'readCluster'> {
  return {
    async queryClusters(caller) {
      const { rows, complete } = await queryResourceGraph(read, caller, query, Row)
      return { clusters: rows.flatMap(toClusters), complete }
    },
    async listClusters(caller, subscriptionId) {
      const found = await read(caller, 'list', {}, (clients, abortSignal) =>
        readAll(clients.clusters(subscriptionId).managedClusters.list({ abortSignal })),
      )
      return found.flatMap(toClusters)
    },
    readCluster: (caller, path) =>
      read(caller, 'object', {}, async (clients, abortSignal) => {
        const { managedClusters } = clients.clusters(path.subscriptionId)
        return toCluster(
          await managedClusters.get(path.resourceGroup, path.clusterName, { abortSignal }),
          path,
        )
      }),
  }
}

function toClusters(azure: Parameters<typeof toCluster>[0]): Cluster[] {
  const path = parseClusterId(azure.id ?? '')
  return path === null ? [] : [toCluster(azure, path)]
}
