import type { Subscription } from '@trustwright/shared-schemas'

/** What the address names; without that, a single subscription counts as chosen. */
export function chosenSubscription(
  list: readonly Subscription[],
  inAddress: string | undefined,
): string | null {
  return inAddress ?? (list.length === 1 ? (list[0]?.subscriptionId ?? null) : null)
}
