import type { AppRoleFact, DirectoryRoleFact, RoleFact } from './facts/access.ts'

type JudgedRole = Pick<RoleFact, 'canWrite' | 'ownerLike' | 'roleDefinitionId'>

const idOf = (role: Pick<RoleFact, 'roleDefinitionId'>) => role.roleDefinitionId.slice(-36).toLowerCase()

/** Built-in roles, for definitions that could not be read. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const ownerLikeRoles = [
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  'b24988ac-6180-42a0-ab88-20f7382dd24c',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168',
]
const readingRole = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

/** Whether the role does everything or gives roles away; null where nobody could tell. */
export function isOwnerLike(role: Omit<JudgedRole, 'canWrite'>): boolean | null {
  if (role.ownerLike !== null) return role.ownerLike
  if (ownerLikeRoles.includes(idOf(role))) return true
  return idOf(role) === readingRole ? false : null
}

/** Whether one of its actions writes; null where nobody could tell. */
export function canWrite(role: JudgedRole): boolean | null {
  if (isOwnerLike(role) === true) return true
  if (role.canWrite !== null) return role.canWrite
  return idOf(role) === readingRole ? false : null
}

/** Permissions of Microsoft Graph by which their holder can make itself an administrator. https://learn.microsoft.com/graph/permissions-reference */
const selfRaising = [
  'RoleManagement.ReadWrite.Directory',
  'RoleAssignmentSchedule.ReadWrite.Directory',
  'RoleEligibilitySchedule.ReadWrite.Directory',
  'AppRoleAssignment.ReadWrite.All',
  'Application.ReadWrite.All',
  'ServicePrincipalEndpoint.ReadWrite.All',
  'Directory.ReadWrite.All',
  'UserAuthenticationMethod.ReadWrite.All',
  'PrivilegedAccess.ReadWrite.AzureADGroup',
  'PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup',
  'PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup',
]

/** https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in */
const graphAppId = '00000003-0000-0000-c000-000000000000'

/** How far a permission reaches; null where its name could not be read. */
export function reachOfAppRole({ value, resourceAppId }: AppRoleFact): 'admin' | 'wide' | 'plain' | null {
  if (value === null) return null
  if (resourceAppId.toLowerCase() !== graphAppId) return 'plain'
  if (selfRaising.includes(value)) return 'admin'
  const isWide =
    /(?:ReadWrite|FullControl|Manage)\.(?:All|Directory)$|^(?:Mail|Files|Sites|Policy)\..*(?:ReadWrite|FullControl|Send)/.test(
      value,
    ) || ['Mail.Read', 'Mail.ReadWrite', 'Mail.Send', 'Files.Read.All', 'Sites.Read.All'].includes(value)
  return isWide ? 'wide' : 'plain'
}

/** Whether a permission of any API changes anything, as its name says. */
export function writesByName({ value }: AppRoleFact): boolean | null {
  return value === null ? null : /Write|FullControl|Manage|Send|Create|Delete|Update|Admin/i.test(value)
}

/**
 * Template IDs of built-in directory roles that are marked as privileged, the first three of them above all others.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const privilegedRoles = [
  '62e90394-69f5-4237-9190-012177145e10',
  'e8611ab8-c189-46e8-94e1-60213ab1f814',
  '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3',
  '158c047a-c907-4556-b7ef-446551a6b5f7',
  '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
  'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  'fe930be7-5e62-47db-91af-98c3a49a38b1',
  '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  '966707d0-3269-4727-9be2-8c3a10f19b9d',
  '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
  '3a2c62db-5318-420d-8d74-23affee5d9d5',
]
const aboveAll = privilegedRoles.slice(0, 3)
const plainRoles = ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b']

export function isAboveAll({ roleTemplateId }: DirectoryRoleFact): boolean {
  return aboveAll.includes(roleTemplateId.toLowerCase())
}

/** Null where neither Graph nor the list of built-in roles tells. */
export function isPrivilegedRole({ roleTemplateId, isPrivileged }: DirectoryRoleFact): boolean | null {
  const id = roleTemplateId.toLowerCase()
  if (privilegedRoles.includes(id)) return true
  return isPrivileged ?? (plainRoles.includes(id) ? false : null)
}
