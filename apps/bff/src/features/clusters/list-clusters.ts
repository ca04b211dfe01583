import type { Cluster, ClusterList, Unreadable } from '@trustwright/shared-schemas'
import { asRefused } from '../../domain/as-refused.ts'
import { eachOf } from '../../domain/each-of.ts'
import type { Arm, Caller } from '../../ports.ts'

const listsAtOnce = 6

/**
 * Managed clusters of every subscription that the caller may read: by one query of Resource Graph, or from the list of each
 * subscription where that is refused.
 */
export async function listClusters(arm: Arm, caller: Caller): Promise<ClusterList> {
  try {
    return { ...(await arm.queryClusters(caller)), source: 'resource-graph', unreadable: [] }
  } catch (error) {
    asRefused(error)
    return await listEach(arm, caller)
  }
}

async function listEach(arm: Arm, caller: Caller): Promise<ClusterList> {
  const clusters: Cluster[] = []
  const unreadable: Unreadable[] = []
  await eachOf(await arm.listSubscriptions(caller), listsAtOnce, async ({ subscriptionId, displayName }) => {
    try {
      clusters.push(...(await arm.listClusters(caller, subscriptionId)))
    } catch (error) {
      const { code, detail } = asRefused(error)
      const scope = `/subscriptions/${subscriptionId}`
      unreadable.push({ kind: 'subscription', scope, displayName, code, reason: detail })
    }
  })
  return { clusters, complete: unreadable.length === 0, source: 'lists', unreadable }
}
