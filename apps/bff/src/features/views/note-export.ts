import type { InventoryExport } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { ViewDeps } from './view-deps.ts'

/** The browser makes the file from what it holds: the audit trail is told that it was taken. */
export async function noteExport(
  { audit }: Pick<ViewDeps, 'audit'>,
  caller: Caller,
  taken: InventoryExport,
): Promise<{ noted: true }> {
  if (taken.of === 'portal' && caller.isAdmin !== true) throw new PortalError('FORBIDDEN')
  await audit.record({
    caller,
    operation: 'inventory.export',
    target: `/tenants/${caller.tenantId}/inventory`,
    outcome: 'succeeded',
    after: { ...taken },
  })
  return { noted: true }
}
