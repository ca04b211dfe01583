import * as z from 'zod'
import { Unreadable } from './inventory.ts'
import { ObjectId } from './primitives.ts'

export const PrincipalPath = z.strictObject({ principalId: ObjectId })

/** Narrowest first. */
export const ScopeKind = z.enum(['resource', 'resource-group', 'subscription', 'management-group', 'root'])
export type ScopeKind = z.infer<typeof ScopeKind>

/** What an identity or application may do in Azure: one role at one scope. */
export const RoleAssignment = z.strictObject({
  /** ARM resource ID of the assignment. */
  assignmentId: z.string(),
  /** ARM resource ID of what the role is held on. */
  scope: z.string(),
  scopeKind: ScopeKind,
  roleDefinitionId: z.string(),
  /** Null where the person may not read the role's definition; then the flag below is null too. */
  roleName: z.string().nullable(),
  /** True where the role lets its holder do everything, or give roles away. */
  ownerLike: z.boolean().nullable(),
  /** True at a subscription or above it. */
  broad: z.boolean(),
  /** False where a group holds the role that the principal is a member of. */
  direct: z.boolean(),
  /** True where a condition narrows the role. */
  conditioned: z.boolean(),
})
export type RoleAssignment = z.infer<typeof RoleAssignment>

export const RoleAssignmentList = z.strictObject({
  /** Narrowest scope first. */
  assignments: z.array(RoleAssignment),
  /** Subscriptions that were looked through; only those that the person may read. */
  subscriptionsRead: z.int(),
  unreadable: z.array(Unreadable),
})
export type RoleAssignmentList = z.infer<typeof RoleAssignmentList>

/** The least built-in role for a task. */
export const RoleTemplate = z.strictObject({
  task: z.string(),
  roleName: z.string(),
  /** GUID of the built-in role, the same in every tenant. */
  roleId: z.string(),
  /** Where it is enough to hold the role. */
  scopeKind: ScopeKind,
  /** The vendor's page of the role. */
  source: z.string(),
})
export type RoleTemplate = z.infer<typeof RoleTemplate>

export const RoleTemplateList = z.strictObject({ asOf: z.iso.date(), templates: z.array(RoleTemplate) })
export type RoleTemplateList = z.infer<typeof RoleTemplateList>
