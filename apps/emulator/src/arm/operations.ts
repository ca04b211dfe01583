import { deploymentOperations } from './deployments/operations.ts'
import type { Operation } from '../kernel/operation.ts'
import { activityOperations } from './activity/operations.ts'
import { clusterOperations } from './clusters/operations.ts'
import { credentialOperations } from './credentials/operations.ts'
import { groupOperations } from './groups/operations.ts'
import { identityOperations } from './identities/operations.ts'
import { lockOperations } from './locks/operations.ts'
import { policyOperations } from './policies/operations.ts'
import { providerOperations } from './providers/operations.ts'
import { resourceGraphOperations } from './resource-graph/operations.ts'
import { resourceOperations } from './resources/operations.ts'
import { roleOperations } from './roles/operations.ts'
import { subscriptionOperations } from './subscriptions/operations.ts'

/** What the emulator answers of Azure Resource Manager. */
export const armOperations: readonly Operation[] = [
  ...subscriptionOperations,
  ...providerOperations,
  ...groupOperations,
  ...resourceOperations,
  ...identityOperations,
  ...credentialOperations,
  ...roleOperations,
  ...lockOperations,
  ...policyOperations,
  ...clusterOperations,
  ...activityOperations,
  ...resourceGraphOperations,
  ...deploymentOperations,
]
