import type { ArmFault } from '../core/refusal.ts'

/** Refusals of the rate limits. */
export const throttleFaults = {
  /** Seen in velero-io/velero#9171. */
  subscription: (kind: string, subscriptionId: string, actor: string, seconds: number): ArmFault => ({
    status: 429,
    code: 'SubscriptionRequestsThrottled',
    message: `Number of '${kind}' requests for subscription '${subscriptionId}' actor '${actor}' exceeded. Please try again after '${seconds}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
  }),
  /** (u) */
  wholeSubscription: (kind: string, subscriptionId: string, seconds: number): ArmFault => ({
    status: 429,
    code: 'SubscriptionRequestsThrottled',
    message: `Number of '${kind}' requests for subscription '${subscriptionId}' exceeded. Please try again after '${seconds}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
  }),
  /** (u) */
  tenant: (kind: string, tenantId: string, actor: string, seconds: number): ArmFault => ({
    status: 429,
    code: 'TenantRequestsThrottled',
    message: `Number of '${kind}' requests for tenant '${tenantId}' actor '${actor}' exceeded. Please try again after '${seconds}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
  }),
  /** Code and text (u): only the rates are published. */
  provider: (seconds: number): ArmFault => ({
    status: 429,
    code: 'TooManyRequests',
    message: `The request is being throttled. Retry after ${seconds} seconds.`,
  }),
} as const
