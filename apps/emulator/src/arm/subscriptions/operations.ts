import type { Operation } from '../../kernel/operation.ts'
import { getSubscription } from './get-subscription.ts'
import { listLocations } from './list-locations.ts'
import { listSubscriptions } from './list-subscriptions.ts'
import { listTenants } from './list-tenants.ts'

export const subscriptionOperations: readonly Operation[] = [
  listTenants,
  listSubscriptions,
  getSubscription,
  listLocations,
]
