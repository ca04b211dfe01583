import { directoryRoles } from '../seed.ts'
import { parent, withFaults, type ParentKind, type PlannedParent } from './plan.ts'
import { pullRequest, rightTrust } from './workloads.ts'

/** Makes a parent with trusts of the numbers from `n` on. */
export interface ParentCase {
  /** How many numbers it uses up. */
  trusts: number
  /** Left out: either. */
  kind?: ParentKind
  make: (n: number, kind: ParentKind) => PlannedParent
}

/** Built-in roles. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export const azureRoles = {
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  userAccessAdministrator: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  imagePull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  imagePush: '8311e382-0749-4cb8-b61a-304f252e45ec',
} as const

const directoryReaders = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'

/** What the trusts open is too much. */
export const accessCases: readonly ParentCase[] = [
  opens('owner-like role', { roles: [{ role: azureRoles.owner, at: 'group' }] }),
  opens('owner-like role', { roles: [{ role: azureRoles.userAccessAdministrator, at: 'group' }] }),
  {
    trusts: 1,
    make: (n, kind) =>
      parent(
        kind,
        withFaults([rightTrust(n)], { fault: 'owner-like role' }, { fault: 'role on a whole subscription' }),
        { roles: [{ role: azureRoles.owner, at: n % 2 === 0 ? 'management-group' : 'subscription' }] },
      ),
  },
  opens('role on a whole subscription', {
    roles: [{ role: azureRoles.blobContributor, at: 'subscription' }],
  }),
  opens('role on a whole subscription', { roles: [{ role: azureRoles.reader, at: 'management-group' }] }),
  opens('privileged directory role', { directoryRoles: [directoryRoles.applicationAdministrator] }),
  opens('privileged directory role', { directoryRoles: [directoryRoles.globalAdministrator] }),
  opens('privileged Graph permission', { permissions: ['RoleManagement.ReadWrite.Directory'] }),
  opens('privileged Graph permission', { permissions: ['Application.ReadWrite.All', 'User.Read.All'] }),
  opens('privileged Graph permission', { permissions: ['Mail.ReadWrite'] }),
  pullRequests({ roles: [{ role: azureRoles.imagePush, at: 'group' }] }),
  pullRequests({ roles: [{ role: azureRoles.blobContributor, at: 'group' }] }),
]

/** Ordinary access, and what is almost too much. */
export const rightAccess: readonly Partial<PlannedParent>[] = [
  {},
  { roles: [{ role: azureRoles.reader, at: 'group' }] },
  { roles: [{ role: azureRoles.blobContributor, at: 'group' }] },
  { permissions: ['User.Read.All'] },
  { roles: [{ role: azureRoles.imagePush, at: 'group' }] },
  { directoryRoles: [directoryReaders] },
  {
    roles: [
      { role: azureRoles.imagePull, at: 'group' },
      { role: azureRoles.reader, at: 'group' },
    ],
  },
]

/** Pull requests that only read. */
export const readingPullRequests: ParentCase = {
  trusts: 1,
  make: (n, kind) => parent(kind, [pullRequest(n)], { roles: [{ role: azureRoles.reader, at: 'group' }] }),
}

type Opened =
  | 'owner-like role'
  | 'role on a whole subscription'
  | 'privileged directory role'
  | 'privileged Graph permission'

function opens(fault: Opened, access: Partial<PlannedParent>): ParentCase {
  return {
    trusts: 2,
    make: (n, kind) => parent(kind, withFaults([rightTrust(n), rightTrust(n + 1)], { fault }), access),
  }
}

function pullRequests(access: Partial<PlannedParent>): ParentCase {
  return {
    trusts: 1,
    make: (n, kind) =>
      parent(kind, withFaults([pullRequest(n)], { fault: 'pull request with write access' }), access),
  }
}
