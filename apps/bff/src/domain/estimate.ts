import { subscriptionIn, type SetUpPace } from './write-pace.ts'

/** Identities and applications that are worked on side by side. */
export const parentsAtOnce = 16

/** Seconds that so many steps take at the least, by the number of steps of each parent. Ended ones do not count. */
export function estimateSeconds(stepsOf: ReadonlyMap<string, number>, pace: SetUpPace): number {
  let most = 0
  let all = 0
  const subscriptions = new Map<string, number>()
  for (const [key, steps] of stepsOf) {
    const subscription = subscriptionIn(key)
    if (subscription === null) continue
    most = Math.max(most, steps)
    all += steps
    subscriptions.set(subscription, (subscriptions.get(subscription) ?? 0) + steps)
  }
  const { writesPerSecondPerIdentity: each } = pace
  return Math.round(
    Math.max(
      most / each,
      all / (each * parentsAtOnce),
      Math.max(0, ...subscriptions.values()) / pace.writesPerSecondPerSubscription,
      all / pace.writesPerSecondPerTenant,
    ),
  )
}
