import { AuthorizationManagementClient } from '@azure/arm-authorization'
import { ContainerServiceClient } from '@azure/arm-containerservice'
import { ManagedServiceIdentityClient } from '@azure/arm-msi'
import { PolicyClient } from '@azure/arm-policy'
import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import { ResourceManagementClient } from '@azure/arm-resources'
import { DeploymentsClient } from '@azure/arm-resourcesdeployments'
import { SubscriptionClient } from '@azure/arm-resources-subscriptions'
import type { TokenCredential } from '@azure/core-auth'
import { ClientSecretCredential } from '@azure/identity'
import type { Target } from '../target/target.ts'

/** Options of every `@azure/identity` credential: the host is ours, and nobody on the internet is asked about it. */
export function credentialOptions({ authorityHost, emulator }: Target) {
  return emulator === undefined ? {} : { authorityHost, disableInstanceDiscovery: true }
}

export function automationCredential(target: Target): ClientSecretCredential {
  const { clientId, clientSecret } = target.automation
  return new ClientSecretCredential(target.tenantId, clientId, clientSecret, credentialOptions(target))
}

/** Every ARM package that programs for these credentials use, as its makers ship it. */
export function armClients(target: Target, credential: TokenCredential = automationCredential(target)) {
  const { subscriptionId } = target
  const options = { endpoint: target.arm, $host: target.arm }
  return {
    msi: new ManagedServiceIdentityClient(credential, subscriptionId, options),
    resources: new ResourceManagementClient(credential, subscriptionId, options),
    subscriptions: new SubscriptionClient(credential, options),
    authorization: new AuthorizationManagementClient(credential, subscriptionId, options),
    deployments: new DeploymentsClient(credential, subscriptionId, options),
    policy: new PolicyClient(credential, subscriptionId, options),
    clusters: new ContainerServiceClient(credential, subscriptionId, options),
    graph: new ResourceGraphClient(credential, options),
  }
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}
