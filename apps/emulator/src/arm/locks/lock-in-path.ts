import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import type { ArmFault } from '../core/refusal.ts'
import { keyOf } from '../core/resource-ids.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { lockType } from './scope-locks.ts'

/** The lock named in the path, found or not. Throws what `scopeInPath` throws. */
export function lockInPath(call: ArmCall): {
  scope: string
  id: string
  name: string
  key: string
  present: StoredResource | undefined
} {
  const scope = scopeInPath(call)
  const { lock: name = '' } = call.params
  const id = `${scope}/providers/${lockType}/${name}`
  const key = keyOf(id)
  return { scope, id, name, key, present: call.world.store.resources.get(key) }
}

/** Source: https://learn.microsoft.com/rest/api/resources/management-locks/get-by-scope */
export function lockShape({ id, name, properties }: StoredResource): Record<string, unknown> {
  return { id, type: lockType, name, properties }
}

/** Refusals about locks. Texts (u). */
export const lockFaults = {
  missing: (name: string): ArmFault => ({
    status: 404,
    code: 'LockNotFound',
    message: `The lock '${name}' could not be found.`,
  }),
  level: (): ArmFault => ({
    status: 400,
    code: 'InvalidLockLevel',
    message: "The lock level has to be 'CanNotDelete' or 'ReadOnly'.",
  }),
  name: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidLockName',
    message: `The lock name '${name}' is not valid. It has at most 260 characters, none of them <, >, %, &, :, \\, ? or /.`,
  }),
} as const
