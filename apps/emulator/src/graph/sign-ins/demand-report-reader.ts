import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { permissions, type Permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { directoryRolesOf } from '../core/rights.ts'
import { reportReaders } from '../roles/role-templates.ts'

/** Throws 403 unless the caller holds a directory role that reads reports, or is an application with the permission. */
export function demandReportReader(
  { caller, world }: GraphCall,
  { application }: Permissions = permissions.readLogs,
): void {
  if (caller.kind === 'app' && application.some((role) => caller.roles.includes(role))) return
  const held = directoryRolesOf(world, caller.objectId)
  if (!held.some((role) => reportReaders.includes(role))) throw refuse(faults.insufficientPrivileges())
}

/** The same for the log of sign-ins, which a tenant without a licence shows nobody. */
export function demandSignInReader(call: GraphCall, allowed: Permissions = permissions.readLogs): void {
  if (!call.world.reality.signInLogLicence) throw refuse(faults.noPremiumLicence())
  demandReportReader(call, allowed)
}
