import { demandUnlocked } from '../locks/scope-locks.ts'
import { demand } from '../roles/authorise.ts'
import type { ArmCall } from './arm-operation.ts'

/** Throws unless the caller may do this here and no lock stands against it. For reads `demand` is enough. */
export function admit({ world, caller }: ArmCall, action: string, scope: string): void {
  demand(world, caller, action, scope)
  demandUnlocked(world, action, scope)
}
