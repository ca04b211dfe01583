import type { Identity, IdentitySearch, Unreadable } from '@trustwright/shared-schemas'
import { asRefused } from '../../domain/as-refused.ts'
import { eachOf } from '../../domain/each-of.ts'
import type { Caller } from '../../ports.ts'
import type { IdentityDeps } from './identity-deps.ts'

const listsAtOnce = 6

/**
 * Identities of every subscription that the caller may read: by one query of Resource Graph, which may lag behind by a
 * minute, or from the list of each subscription where that is refused.
 */
export async function listAllIdentities(
  { arm }: Pick<IdentityDeps, 'arm'>,
  caller: Caller,
): Promise<IdentitySearch> {
  try {
    const { identities, complete } = await arm.queryIdentities(caller)
    return { identities, complete, source: 'resource-graph', unreadable: [] }
  } catch (error) {
    asRefused(error)
    return await listEach(arm, caller)
  }
}

async function listEach(arm: IdentityDeps['arm'], caller: Caller): Promise<IdentitySearch> {
  const identities: Identity[] = []
  const unreadable: Unreadable[] = []
  await eachOf(await arm.listSubscriptions(caller), listsAtOnce, async ({ subscriptionId, displayName }) => {
    try {
      identities.push(...(await arm.listIdentities(caller, subscriptionId)))
    } catch (error) {
      const { code, detail } = asRefused(error)
      const scope = `/subscriptions/${subscriptionId}`
      unreadable.push({ kind: 'subscription', scope, displayName, code, reason: detail })
    }
  })
  return { identities, complete: unreadable.length === 0, source: 'lists', unreadable }
}
