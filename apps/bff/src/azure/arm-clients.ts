import { AuthorizationManagementClient } from '@azure/arm-authorization'
import { ContainerServiceClient } from '@azure/arm-containerservice'
import { ManagedServiceIdentityClient } from '@azure/arm-msi'
import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import { ResourceManagementClient } from '@azure/arm-resources'
import { SubscriptionClient } from '@azure/arm-resources-subscriptions'
import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient } from '@azure/core-rest-pipeline'

/** The vendor's clients for one call of one person. */
export interface ArmClients {
  /** For what the clients do not know; the same address as theirs. */
  readonly endpoint: string
  readonly subscriptions: () => SubscriptionClient
  readonly resources: (subscriptionId: string) => ResourceManagementClient
  readonly identities: (subscriptionId: string) => ManagedServiceIdentityClient
  readonly authorization: (subscriptionId: string) => AuthorizationManagementClient
  readonly clusters: (subscriptionId: string) => ContainerServiceClient
  readonly resourceGraph: () => ResourceGraphClient
}

/** Their own repeats and redirects are off: one policy above decides (call-policy.ts). */
export function createArmClients(
  endpoint: string,
  credential: TokenCredential,
  httpClient: HttpClient,
): ArmClients {
  const options = {
    endpoint,
    httpClient,
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
  }
  return {
    endpoint,
    subscriptions: () => new SubscriptionClient(credential, options),
    resources: (subscriptionId) => new ResourceManagementClient(credential, subscriptionId, options),
    identities: (subscriptionId) => new ManagedServiceIdentityClient(credential, subscriptionId, options),
    clusters: (subscriptionId) => new ContainerServiceClient(credential, subscriptionId, options),
    resourceGraph: () => new ResourceGraphClient(credential, options),
    authorization: (subscriptionId) => new AuthorizationManagementClient(credential, subscriptionId, options),
  }
}
