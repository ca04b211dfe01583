import { personOwner, portalOwner } from '../../domain/inventory-rows.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'

/** Whose inventory is asked for. Throws FORBIDDEN for the portal's, unless the person administers the portal. */
export function demandOwner(caller: Caller, of: 'mine' | 'portal'): string {
  if (of === 'mine') return personOwner(caller)
  if (caller.isAdmin === true) return portalOwner
  throw new PortalError('FORBIDDEN', {
    detail: 'What the portal itself reads of the whole tenant is for administrators of the portal.',
    nextStep: 'Look at your own inventory, or ask for the portal’s administrator role.',
  })
}
