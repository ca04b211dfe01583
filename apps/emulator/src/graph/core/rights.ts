import type { Application, ServicePrincipal } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { directoryRoles } from '../../seed.ts'
import { faults } from './faults.ts'
import type { GraphCall } from './graph-call.ts'
import type { Permissions } from './permissions.ts'
import { refuse } from './refusal.ts'

const administrators: readonly string[] = [
  directoryRoles.globalAdministrator,
  directoryRoles.applicationAdministrator,
  directoryRoles.cloudApplicationAdministrator,
]

/** Template ids of the directory roles that a person or an application holds. */
export function directoryRolesOf({ store }: World, principalId: string): string[] {
  return store.directoryRoleMembers.by('principal', principalId).map(({ roleTemplateId }) => roleTemplateId)
}

/** May change every application: by directory role, or as an application by permission. */
export function managesApplications({ world, caller }: GraphCall): boolean {
  if (directoryRolesOf(world, caller.objectId).some((role) => administrators.includes(role))) return true
  const all = ['Application.ReadWrite.All', 'Directory.ReadWrite.All']
  return caller.kind === 'app' && caller.roles.some((role) => all.includes(role))
}

function isAdministrator({ world, caller }: GraphCall): boolean {
  return directoryRolesOf(world, caller.objectId).some((role) => administrators.includes(role))
}

/**
 * Throws 403 unless the caller may change this object: an owner, an administrator of applications, or an application with
 * the permission for all. https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export function demandWrite(call: GraphCall, object: Pick<Application | ServicePrincipal, 'ownerIds'>): void {
  if (managesApplications(call) || object.ownerIds.includes(call.caller.objectId)) return
  throw refuse(faults.insufficientPrivileges())
}

/** Throws 403 unless the caller may register applications: every member of the tenant may, by default. */
export function demandCreate(call: GraphCall): void {
  const { caller } = call
  if (caller.kind === 'user' || managesApplications(call)) return
  const roles = directoryRolesOf(call.world, caller.objectId)
  if (caller.roles.includes('Application.ReadWrite.OwnedBy')) return
  if (!roles.includes(directoryRoles.applicationDeveloper)) throw refuse(faults.insufficientPrivileges())
}

/** Throws 403 unless the caller is an administrator of applications, or an application with one of the permissions. */
export function demandAdministrator(call: GraphCall, { application }: Permissions): void {
  const { caller } = call
  if (caller.kind === 'app' && caller.roles.some((role) => application.includes(role))) return
  if (!isAdministrator(call)) throw refuse(faults.insufficientPrivileges())
}
