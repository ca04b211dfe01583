import { applicationType } from '../applications/application-type.ts'
import type { Item, View } from '../core/entity-type.ts'
import { replica } from '../core/replica.ts'
import { groupType } from '../groups/group-type.ts'
import { principalItems } from '../service-principals/principal-type.ts'

/** A directory object of any type by its object id. */
export function findObject(id: string, view: View): Item | undefined {
  const wanted = id.toLowerCase()
  const [principal] = principalItems([wanted], view)
  if (principal) return principal
  const group = view.world.store.groups.get(wanted)
  if (group) return groupType.item(group, view)
  const [application] = replica(view.world, 'applications').by('objectId', wanted)
  return application && applicationType.item(application, view)
}
