import type { ArmCall } from '../core/arm-operation.ts'
import { readable } from '../roles/authorise.ts'
import { identityShape, identityType, idOf } from './identity-shape.ts'
import { pageOf, type Page } from '../core/paging.ts'
import { covers, keyOf } from '../core/resource-ids.ts'

/** One page of the identities under a scope that the caller may read. */
export function readableIdentities({ request, world, caller, apiVersion }: ArmCall, scope: string): Page {
  const mayRead = readable(world, caller, `${identityType}/read`)
  const identities = world.store.identities
    .list()
    .filter((identity) => covers(scope, idOf(identity)) && mayRead(idOf(identity)))
  return pageOf(
    request,
    identities,
    (identity) => keyOf(idOf(identity)),
    (identity) => identityShape(identity, world, apiVersion),
  )
}
