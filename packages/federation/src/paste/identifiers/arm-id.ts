import { note, nothing } from '../build-reading.ts'
import type { PasteContext } from '../paste-context.ts'
import type { ClusterReading, FoundReading, NothingReading } from '../paste-reading.ts'
import { presetOf } from '../../presets/list.ts'

const armId =
  /^\/?subscriptions\/(?<subscriptionId>[0-9a-f-]{36})(?:\/resource-?groups\/(?<resourceGroup>[^/\s]{1,90}))?(?:\/providers\/(?<type>[\w.]+\/\w+)\/(?<name>[^/\s]{1,260})(?:\/(?<rest>\S{1,600}))?)?\/?$/i

/** An ARM resource ID: a managed identity, one of its trusts, or a cluster. https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules */
export function readArmId(text: string, _context?: PasteContext): FoundReading | NothingReading | null {
  if (text.length > 2000) return null
  const parts = armId.exec(text.replace(/\?api-version=[\w.-]+$/, ''))?.groups
  if (parts === undefined) return null
  const { subscriptionId = '', resourceGroup, type, name, rest } = parts
  if (type === undefined || name === undefined || resourceGroup === undefined) {
    return nothing(
      `This is the ID of a ${resourceGroup === undefined ? 'subscription' : 'resource group'} in Azure.`,
      'Paste the ID of the managed identity or of the cluster in it.',
    )
  }
  const kind = type.toLowerCase()
  if (kind === 'microsoft.managedidentity/userassignedidentities') {
    const trustName = /^federatedIdentityCredentials\/([^/]+)/i.exec(rest ?? '')?.[1]
    return {
      kind: 'identity',
      parent: { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName: name },
      ...(trustName === undefined ? {} : { trustName }),
      understood: `${trustName === undefined ? '' : `Trust ${trustName} of the `}${trustName === undefined ? 'M' : 'm'}anaged identity ${name}`,
      notes: [],
    }
  }
  if (kind === 'microsoft.containerservice/managedclusters') {
    return azureCluster('aks', { subscriptionId, resourceGroup, name })
  }
  if (kind === 'microsoft.kubernetes/connectedclusters') {
    return azureCluster('azure-arc', { subscriptionId, resourceGroup, name })
  }
  return nothing(
    `This is the ID of another resource of Azure (${type}), which holds no trusts.`,
    'Trusts belong to user-assigned managed identities and applications. Paste the ID of one, or of a cluster.',
  )
}

/** A cluster of Azure by its parts, of which a command may leave out some. */
export function azureCluster(
  presetId: 'aks' | 'azure-arc',
  cluster: ClusterReading['cluster'],
): ClusterReading {
  const command = presetId === 'aks' ? 'az aks show' : 'az connectedk8s show'
  const group = cluster.resourceGroup === undefined ? '' : ` -g ${cluster.resourceGroup}`
  return {
    kind: 'cluster',
    presetId,
    cluster,
    fields: {},
    missing: presetOf(presetId).missing({}),
    understood: `${presetId === 'aks' ? 'AKS' : 'Arc-enabled'} cluster ${cluster.name}`,
    notes: [
      note(
        'read-issuer',
        `The issuer is read from the cluster: ${command}${group} -n ${cluster.name} --query oidcIssuerProfile.issuerUrl -o tsv`,
      ),
    ],
  }
}
