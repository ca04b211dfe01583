import { known, unknown } from '../facts/fact.ts'
import type { RoleFact } from '../facts/access.ts'
import type { FindingParent } from '../facts/inventory.ts'
import type { Planted } from './planted.ts'

const subscription = '/subscriptions/11111111-2222-4333-8444-555555555555'
const graph = { resourceAppId: '00000003-0000-0000-c000-000000000000', resourceName: 'Microsoft Graph' }

function role(change: Partial<RoleFact>): RoleFact {
  const at = {
    scope: `${subscription}/resourceGroups/rg-pay`,
    scopeKind: 'resource-group',
    broad: false,
  } as const
  const what = {
    roleDefinitionId: 'x/4633458b-17de-408a-b874-0445c86b69e6',
    roleName: 'Key Vault Secrets User',
  }
  return { ...at, ...what, ownerLike: false, conditioned: false, canWrite: false, ...change }
}

const atSubscription = { scope: subscription, scopeKind: 'subscription', broad: true } as const

/** Whether somebody who gets in can write; null where it is not known. */
interface Writing {
  readonly writes: boolean | null
}

export type PlantedRoles = Planted & Writing & Pick<FindingParent, 'roles'>

/** `wrong` and `gaps` hold for every trust of the parent. */
export const roleSets: readonly [PlantedRoles, ...PlantedRoles[]] = [
  { roles: known([]), writes: false },
  { roles: known([role({})]), writes: false },
  {
    roles: known([role({}), role({ roleName: 'Storage Blob Data Contributor', canWrite: true })]),
    writes: true,
  },
  {
    roles: known([role({ roleName: 'Owner', ownerLike: true, canWrite: true })]),
    writes: true,
    wrong: ['wide-role'],
  },
  { roles: known([role({ roleName: 'Reader', ...atSubscription })]), writes: false, wrong: ['wide-role'] },
  { roles: known([role({ canWrite: true, ...atSubscription })]), writes: true, wrong: ['wide-role'] },
  {
    roles: known([
      role({
        roleName: null,
        ownerLike: null,
        canWrite: null,
        roleDefinitionId: 'x/8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
      }),
    ]),
    writes: true,
    wrong: ['wide-role'],
  },
  {
    roles: known([role({ roleName: null, ownerLike: null, canWrite: null })]),
    writes: null,
    gaps: [['wide-role', 'not-told']],
  },
  { roles: unknown('not-allowed'), writes: null, gaps: [['wide-role', 'not-allowed']] },
]

export type PlantedDirectory = Planted & Writing & Pick<FindingParent, 'appRoles' | 'directoryRoles'>

const admin = { roleTemplateId: '62e90394-69f5-4237-9190-012177145e10', displayName: 'Global Administrator' }
const reader = { roleTemplateId: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', displayName: 'Directory Readers' }
const ownRole = { roleTemplateId: 'aaaaaaaa-2222-4333-8444-555555555555', displayName: 'Own role' }
const none = known([])

export const directorySets: readonly [PlantedDirectory, ...PlantedDirectory[]] = [
  { appRoles: none, directoryRoles: none, writes: false },
  { appRoles: known([{ ...graph, value: 'User.Read.All' }]), directoryRoles: none, writes: false },
  { appRoles: none, directoryRoles: known([{ ...reader, isPrivileged: null, scope: '/' }]), writes: false },
  {
    appRoles: known([{ ...graph, value: 'RoleManagement.ReadWrite.Directory' }]),
    directoryRoles: none,
    writes: true,
    wrong: ['privileged-directory-access'],
  },
  {
    appRoles: none,
    directoryRoles: known([{ ...admin, isPrivileged: null, scope: '/' }]),
    writes: true,
    wrong: ['privileged-directory-access'],
  },
  {
    appRoles: unknown('not-allowed'),
    directoryRoles: known([{ ...ownRole, isPrivileged: true, scope: '/' }]),
    writes: true,
    wrong: ['privileged-directory-access'],
  },
  { appRoles: none, directoryRoles: known([{ ...ownRole, isPrivileged: false, scope: '/' }]), writes: true },
  {
    appRoles: known([{ ...graph, value: null }]),
    directoryRoles: none,
    writes: null,
    gaps: [['privileged-directory-access', 'not-told']],
  },
  {
    appRoles: none,
    directoryRoles: unknown('failed'),
    writes: null,
    gaps: [['privileged-directory-access', 'failed']],
  },
]
