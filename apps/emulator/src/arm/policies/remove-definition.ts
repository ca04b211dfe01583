import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { refuse } from '../core/refusal.ts'
import { keyOf } from '../core/resource-ids.ts'
import { allAssignments } from './find-policy.ts'
import { definitionInPath } from './policy-definition-in-path.ts'
import { policyFaults } from './policy-faults.ts'
import { text } from './rule-expression.ts'

/** Removes the custom definition or initiative in the path unless it is assigned. */
export function removeDefinition(call: ArmCall, type: string): EmulatorResponse {
  const { world } = call
  const { id, name, scope } = definitionInPath(call, type)
  admit(call, `${type}/delete`, scope)
  const assigned = allAssignments(world).filter(
    ({ properties }) => keyOf(text(properties.policyDefinitionId)) === keyOf(id),
  )
  if (assigned.length > 0) {
    throw refuse(policyFaults.inUse(name, assigned.map((assignment) => assignment.id).join(',')))
  }
  return { status: world.store.resources.delete(keyOf(id)) ? 200 : 204 }
}
