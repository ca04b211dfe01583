import { personOwner, portalOwner } from '../../domain/inventory-rows.ts'
import { demandAdministrator } from '../../domain/administrators.ts'
import type { Caller } from '../../ports.ts'

/** Whose findings. */
export interface Whose {
  readonly tenantId: string
  readonly owner: string
}

/** Throws ADMINISTRATOR_REQUIRED for those of the portal. */
export function whoseOf(caller: Caller, of: 'mine' | 'portal'): Whose {
  if (of === 'portal') demandAdministrator(caller)
  return { tenantId: caller.tenantId, owner: of === 'portal' ? portalOwner : personOwner(caller) }
}
