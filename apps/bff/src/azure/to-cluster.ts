import type { Cluster, ClusterPath } from '@trustwright/shared-schemas'
import { clusterId, parseClusterId } from '../domain/resource-ids.ts'

interface AzureCluster {
  readonly id?: string | undefined
  readonly location: string
  readonly oidcIssuerProfile?:
    | {
        readonly enabled?: boolean | null | undefined
        readonly issuerURL?: string | null | undefined
      }
    | null
    | undefined
  readonly securityProfile?:
    | {
        readonly workloadIdentity?: { readonly enabled?: boolean | null | undefined } | null | undefined
      }
    | null
    | undefined
}

/** A managed cluster as ARM or Resource Graph returned it. */
export function toCluster(azure: AzureCluster, asked: ClusterPath): Cluster {
  const path = parseClusterId(azure.id ?? '') ?? asked
  const issuerEnabled = azure.oidcIssuerProfile?.enabled === true
  const workloadIdentityEnabled = azure.securityProfile?.workloadIdentity?.enabled === true
  return {
    ...path,
    resourceId: azure.id ?? clusterId(asked),
    location: azure.location,
    issuerEnabled,
    issuer: (issuerEnabled ? azure.oidcIssuerProfile?.issuerURL : null) ?? null,
    workloadIdentityEnabled,
    enableCommand: enableCommand(path, { issuerEnabled, workloadIdentityEnabled }),
  }
}

/** https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster#update-an-existing-aks-cluster */
function enableCommand(
  { subscriptionId, resourceGroup, clusterName }: ClusterPath,
  has: Pick<Cluster, 'issuerEnabled' | 'workloadIdentityEnabled'>,
): string | null {
  if (has.issuerEnabled && has.workloadIdentityEnabled) return null
  return [
    'az aks update',
    `--subscription ${subscriptionId}`,
    `--resource-group ${quoted(resourceGroup)}`,
    `--name ${quoted(clusterName)}`,
    ...(has.issuerEnabled ? [] : ['--enable-oidc-issuer']),
    ...(has.workloadIdentityEnabled ? [] : ['--enable-workload-identity']),
  ].join(' ')
}

/** Names of resource groups may hold parentheses, which shells read. */
function quoted(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
}
