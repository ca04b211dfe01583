import type { DeletedApplication } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { applicationType } from '../applications/application-type.ts'
import type { Item, View } from '../core/entity-type.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { second } from '../core/instant.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'
import { demandWrite } from '../core/rights.ts'

const keptMs = 30 * 24 * 60 * 60_000

/** What is in the recycle bin: for 30 days. https://learn.microsoft.com/graph/api/resources/directory */
export function deletedApplications({ store, clock }: World): DeletedApplication[] {
  return store.deletedApplications.list().filter(({ deletedAt }) => clock.now() < deletedAt + keptMs)
}

export function deletedItem({ application, deletedAt }: DeletedApplication, view: View): Item {
  const item = applicationType.item(application, view)
  return {
    ...item,
    json: () => ({ ...item.json(), deletedDateTime: second(deletedAt) }),
    navigate: () => [],
    count: () => 0,
  }
}

/** The deleted application in the path. Throws 404. */
export function deletedIn(call: GraphCall): DeletedApplication {
  const id = keyText(keyIn(call, 'deleted'))
  const found = deletedApplications(call.world).find(
    ({ application }) => application.objectId === id.toLowerCase(),
  )
  if (!found) throw refuse(faults.notFound(id))
  return found
}

/** The same for a change: owners and administrators of applications. */
export function deletedToWrite(call: GraphCall): DeletedApplication {
  const deleted = deletedIn(call)
  demandWrite(call, deleted.application)
  return deleted
}
