/** In the language of the list: who can become Owner on a subscription. */
export function ownersOf(subscriptionId: string): string {
  return `role:owner-like scope:/subscriptions/${subscriptionId}`
}
