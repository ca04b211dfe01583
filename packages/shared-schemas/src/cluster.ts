import * as z from 'zod'
import { Unreadable } from './unreadable.ts'
import { ResourceGroupName, SubscriptionId } from './primitives.ts'

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcontainerservice */
export const ClusterName = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/,
    'A cluster name has at most 63 letters, digits, - and _, and starts and ends with a letter or digit.',
  )

/** Where a managed cluster (AKS) lives. */
export const ClusterPath = z.strictObject({
  subscriptionId: SubscriptionId,
  resourceGroup: ResourceGroupName,
  clusterName: ClusterName,
})
export type ClusterPath = z.infer<typeof ClusterPath>

/** A managed cluster, as far as trusts need it. https://learn.microsoft.com/azure/aks/workload-identity-overview */
export const Cluster = z.strictObject({
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  clusterName: z.string(),
  resourceId: z.string(),
  location: z.string(),
  issuerEnabled: z.boolean(),
  /** With the slash at its end, exactly as tokens carry it; null while it is not enabled, or not told. */
  issuer: z.string().nullable(),
  /** Pods get their token by themselves; a trust works without it where the workload mounts one by its own. */
  workloadIdentityEnabled: z.boolean(),
  /** The command of the Azure CLI that enables what is not; null where nothing is missing. */
  enableCommand: z.string().nullable(),
})
export type Cluster = z.infer<typeof Cluster>

/** As for identities: Resource Graph lags behind by a minute or more, lists are read from each subscription. */
export const ClusterList = z.strictObject({
  clusters: z.array(Cluster),
  complete: z.boolean(),
  source: z.enum(['resource-graph', 'lists']),
  unreadable: z.array(Unreadable),
})
export type ClusterList = z.infer<typeof ClusterList>
