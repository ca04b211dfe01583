import { applicationType } from '../applications/application-type.ts'
import type { Item, View } from '../core/entity-type.ts'
import { replica } from '../core/replica.ts'
import { principalType } from '../service-principals/principal-type.ts'

/** Applications that a person or a service principal owns. */
export function ownedApplications(ownerId: string, view: View): Item[] {
  return replica(view.world, 'applications')
    .by('owner', ownerId)
    .map((application) => applicationType.item(application, view))
}

/** Service principals that a person or a service principal owns. */
export function ownedPrincipals(ownerId: string, view: View): Item[] {
  const { tenantId } = view.world.settings
  return replica(view.world, 'servicePrincipals')
    .by('owner', ownerId)
    .filter((principal) => principal.tenantId === tenantId)
    .map((stored) => principalType.item({ stored }, view))
}
