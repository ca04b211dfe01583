import { faults } from './faults.ts'
import type { GraphCall } from './graph-call.ts'
import { refuse } from './refusal.ts'
import { directoryRolesOf } from './rights.ts'

/** Permissions any of which allows a call. https://learn.microsoft.com/graph/permissions-reference */
export interface Permissions {
  /** Of a person's token (`scp`). */
  delegated: readonly string[]
  /** Of an application's own token (`roles`). */
  application: readonly string[]
}

/** A person's token with this one may do whatever the person may. */
const everythingOfThePerson = 'Directory.AccessAsUser.All'

/**
 * Throws 403 unless the token carries one of the permissions. An application may also hold a directory role; what that
 * allows is judged where the object is known.
 */
export function demandPermission({ caller, world }: GraphCall, permissions: Permissions): void {
  if (caller.kind === 'user') {
    if (caller.scopes.includes(everythingOfThePerson)) return
    if (caller.scopes.some((scope) => permissions.delegated.includes(scope))) return
  } else {
    if (caller.roles.some((role) => permissions.application.includes(role))) return
    if (permissions.application.length > 0 && directoryRolesOf(world, caller.objectId).length > 0) return
  }
  throw refuse(faults.insufficientPrivileges())
}

const readApplications = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
]

export const permissions = {
  readMe: {
    delegated: [
      'User.Read',
      'User.ReadWrite',
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    application: [],
  },
  readUsers: {
    delegated: [
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    application: [
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
  },
  readGroups: {
    delegated: [
      'Group.Read.All',
      'Group.ReadWrite.All',
      'GroupMember.Read.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    application: [
      'Group.Read.All',
      'Group.ReadWrite.All',
      'GroupMember.Read.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
  },
  readOrganization: {
    delegated: ['User.Read', 'Organization.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    application: ['Organization.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  },
  readDirectory: {
    delegated: [...readApplications, 'User.Read.All'],
    application: readApplications,
  },
  readApplications: {
    delegated: readApplications,
    application: [...readApplications, 'Application.ReadWrite.OwnedBy'],
  },
  writeApplications: {
    delegated: ['Application.ReadWrite.All', 'Directory.ReadWrite.All'],
    application: ['Application.ReadWrite.All', 'Application.ReadWrite.OwnedBy', 'Directory.ReadWrite.All'],
  },
  readRoles: {
    delegated: [
      'RoleManagement.Read.Directory',
      'RoleManagement.ReadWrite.Directory',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    application: [
      'RoleManagement.Read.Directory',
      'RoleManagement.ReadWrite.Directory',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
  },
  readGrants: {
    delegated: [
      'DelegatedPermissionGrant.ReadWrite.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
      'Application.Read.All',
      'Application.ReadWrite.All',
    ],
    application: ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
  },
  writeGrants: {
    delegated: ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.ReadWrite.All'],
    application: ['DelegatedPermissionGrant.ReadWrite.All', 'Directory.ReadWrite.All'],
  },
  writeAppRoles: {
    delegated: ['AppRoleAssignment.ReadWrite.All'],
    application: ['AppRoleAssignment.ReadWrite.All'],
  },
  readActivities: {
    delegated: ['AuditLog.Read.All', 'Directory.Read.All'],
    application: ['AuditLog.Read.All', 'Directory.Read.All'],
  },
  readLogs: { delegated: ['AuditLog.Read.All'], application: ['AuditLog.Read.All'] },
} as const satisfies Record<string, Permissions>
