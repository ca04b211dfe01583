import { asRefused } from '../../domain/as-refused.ts'
import type { Arm, Caller, RoleDefinition } from '../../ports.ts'

/** Null where the caller may not read it: without its name a role is still shown. */
export async function readRole(
  arm: Pick<Arm, 'readRoleDefinition'>,
  caller: Caller,
  subscriptionId: string,
  roleDefinitionId: string,
): Promise<RoleDefinition | null> {
  try {
    return await arm.readRoleDefinition(caller, subscriptionId, roleDefinitionId)
  } catch (error) {
    asRefused(error)
    return null
  }
}
