import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { keyOf } from '../core/resource-ids.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { assignmentType } from './policy-types.ts'

/** The policy assignment named in the path, found or not. Throws what `scopeInPath` throws. */
export function assignmentInPath(call: ArmCall): {
  id: string
  name: string
  key: string
  present: StoredResource | undefined
} {
  const scope = scopeInPath(call)
  const { assignment: name = '' } = call.params
  const id = `${scope === '/' ? '' : scope}/providers/${assignmentType}/${name}`
  const key = keyOf(id)
  return { id, name, key, present: call.world.store.resources.get(key) }
}
