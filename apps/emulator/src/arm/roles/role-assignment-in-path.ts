import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { keyOf } from '../core/resource-ids.ts'
import { roleAssignmentId } from './role-assignment-shape.ts'
import { scopeInPath } from '../core/scope-in-path.ts'

/** The role assignment named in the path, found or not. Throws what `scopeInPath` throws. */
export function roleAssignmentInPath(call: ArmCall): {
  scope: string
  name: string
  key: string
  present: RoleAssignment | undefined
} {
  const scope = scopeInPath(call)
  const { roleAssignment: name = '' } = call.params
  const key = keyOf(roleAssignmentId(scope, name))
  return { scope, name, key, present: call.world.store.roleAssignments.get(key) }
}
