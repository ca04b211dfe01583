import type { World } from './kernel/world.ts'
import { guidOf } from './seed-guid.ts'
import { clusterIssuer, subscriptions } from './seed.ts'

/** The cluster whose issuer the seeded credentials trust. */
export function plantClusters({ store, settings, clock }: World): void {
  const { subscriptionId } = subscriptions.development
  const name = 'aks-pay-dev'
  const id = `/subscriptions/${subscriptionId}/resourcegroups/rg-pay-dev/providers/Microsoft.ContainerService/managedClusters/${name}`
  store.resources.put(id.toLowerCase(), {
    id,
    name,
    type: 'Microsoft.ContainerService/managedClusters',
    location: 'westeurope',
    tags: {},
    properties: {
      provisioningState: 'Succeeded',
      powerState: { code: 'Running' },
      kubernetesVersion: '1.34.1',
      dnsPrefix: `${name}-dns`,
      fqdn: `${name}-dns-${guidOf(id).slice(0, 8)}.hcp.westeurope.azmk8s.io`,
      agentPoolProfiles: [
        { name: 'nodepool1', count: 3, vmSize: 'Standard_D2s_v5', osType: 'Linux', mode: 'System' },
      ],
      nodeResourceGroup: `MC_rg-pay-dev_${name}_westeurope`,
      enableRBAC: true,
      servicePrincipalProfile: { clientId: 'msi' },
      oidcIssuerProfile: { enabled: true, issuerURL: clusterIssuer },
      securityProfile: { workloadIdentity: { enabled: true } },
    },
    extra: {
      identity: {
        type: 'SystemAssigned',
        principalId: guidOf(`${id} principal`),
        tenantId: settings.tenantId,
      },
      systemAssignedClientId: guidOf(`${id} client`),
      sku: { name: 'Base', tier: 'Free' },
    },
    createdAt: clock.now(),
  })
}
