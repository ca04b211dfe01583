import type { ArmCall } from '../core/arm-operation.ts'
import { pageOf, type Page } from '../core/paging.ts'
import { seenIdentities } from '../core/visibility.ts'
import { readable } from '../roles/authorise.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { identityKey } from './identity-key.ts'
import { identityShape, identityType } from './identity-shape.ts'

/** Where a list looks: a subscription, or one group of it. */
interface Place {
  index: 'subscription' | 'group'
  value: string
  scope: string
}

/** One page of the identities of a subscription or group that the caller may read. */
export function readableIdentities(call: ArmCall, { index, value, scope }: Place): Page {
  const { request, world, caller, apiVersion } = call
  spendIdentityRequest(world, 'list', call.params.subscriptionId ?? '')
  const mayRead = readable(world, caller, `${identityType}/read`)
  const present = world.store.identities.by(index, value)
  const prefix = `${scope.toLowerCase()}/`
  const seen = seenIdentities(world, present, identityKey, (gone) => identityKey(gone).startsWith(prefix))
  const identities = mayRead(scope) ? seen : seen.filter((identity) => mayRead(identityKey(identity)))
  return pageOf(request, identities, identityKey, (identity) => identityShape(identity, world, apiVersion))
}
