import { PortalError } from '../errors.ts'

/** What a call to Microsoft Graph needs: of the portal's registration, and of the person. */
export interface GraphNeed {
  /** The least delegated permission. */
  readonly permission: string
  /** Each of these is enough. */
  readonly permissions: readonly string[]
  /** Action of a directory role. */
  readonly action: string
  /** The smallest built-in directory role with that action. */
  readonly role: string
  /** Why the person is refused, and what to do. */
  readonly detail: string
  readonly nextStep: string
}

const read = ['Application.Read.All', 'Directory.Read.All']
const write = ['Application.ReadWrite.All', 'Directory.ReadWrite.All', 'Directory.AccessAsUser.All']

/**
 * Permissions: https://learn.microsoft.com/graph/permissions-reference, roles and actions:
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const graphNeeds = {
  readApplications: {
    permission: 'Application.Read.All',
    permissions: [...read, ...write],
    action: 'microsoft.directory/applications/standard/read',
    role: 'Directory Readers',
    detail: 'Your account may not read this in the directory.',
    nextStep: 'Ask an administrator of the directory for the Directory Readers role.',
  },
  readOwnGroups: {
    permission: 'GroupMember.Read.All',
    permissions: ['GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', ...read, ...write],
    action: 'microsoft.directory/groups/members/read',
    role: 'Directory Readers',
    detail: 'Your account may not read the groups that it is in.',
    nextStep: 'Ask an administrator of the directory for the Directory Readers role.',
  },
  readPeople: {
    permission: 'User.ReadBasic.All',
    permissions: [
      'User.ReadBasic.All',
      'User.Read.All',
      'User.ReadWrite.All',
      'Directory.Read.All',
      ...write.slice(1),
    ],
    action: 'microsoft.directory/users/standard/read',
    role: 'Directory Readers',
    detail: 'Your account may not read the people of the directory.',
    nextStep: 'Name people by their user names; or ask for the Directory Readers role.',
  },
  readPrincipals: {
    permission: 'Directory.Read.All',
    permissions: ['User.Read.All', 'User.ReadWrite.All', ...read, ...write],
    action: 'microsoft.directory/users/standard/read',
    role: 'Directory Readers',
    detail: 'Your account may not read the people and groups of the directory.',
    nextStep: 'Ask an administrator of the directory for the Directory Readers role.',
  },
  searchGroups: {
    permission: 'GroupMember.Read.All',
    permissions: [
      'GroupMember.Read.All',
      'Group.Read.All',
      'Group.ReadWrite.All',
      'Directory.Read.All',
      ...write.slice(1),
    ],
    action: 'microsoft.directory/groups/standard/read',
    role: 'Directory Readers',
    detail: 'Your account may not read the groups of the directory.',
    nextStep: 'Name groups by their object IDs; or ask for the Directory Readers role.',
  },
  writeCredentials: {
    permission: 'Application.ReadWrite.All',
    permissions: write,
    action: 'microsoft.directory/applications/credentials/update',
    role: 'Cloud Application Administrator',
    detail: 'You neither own this application nor hold a directory role that may change it.',
    nextStep: 'Ask an owner to add you as one, or an administrator for Cloud Application Administrator.',
  },
  createApplication: {
    permission: 'Application.ReadWrite.All',
    permissions: write,
    action: 'microsoft.directory/applications/createAsOwner',
    role: 'Application Developer',
    detail: 'Your organisation lets only some people register applications, and you are not among them.',
    nextStep: 'Ask an administrator of the directory for the Application Developer role.',
  },
  readDirectoryRoles: {
    permission: 'RoleManagement.Read.Directory',
    permissions: [
      'RoleManagement.Read.Directory',
      'RoleManagement.Read.All',
      'RoleManagement.ReadWrite.Directory',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    action: 'microsoft.directory/roleAssignments/standard/read',
    role: 'Directory Readers',
    detail: 'Your account may not read who holds which role in the directory.',
    nextStep: 'Ask an administrator of the directory for the Directory Readers role.',
  },
  readSignIns: {
    permission: 'AuditLog.Read.All',
    permissions: ['AuditLog.Read.All'],
    action: 'microsoft.directory/signInReports/allProperties/read',
    role: 'Reports Reader',
    detail: 'Your account may not read the sign-in log of the directory, so nothing can be said of it.',
    nextStep: 'Ask an administrator of the directory for the Reports Reader role.',
  },
} as const satisfies Record<string, GraphNeed>

/** Nobody consented to the permission for the portal, so it cannot ask Graph for anybody. */
export function notConsented(permission: string, cause: unknown): PortalError {
  return new PortalError('FORBIDDEN', {
    detail: 'The portal was not given the permission for this at Microsoft Graph, so it cannot ask for you.',
    nextStep: `Ask an administrator to consent to the delegated permission ${permission} for the portal.`,
    missing: { action: permission, scope: 'Microsoft Graph', role: null },
    cause,
  })
}
