import * as z from 'zod'
import { Access } from './identity.ts'
import { Unreadable } from './unreadable.ts'
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

/**
 * A part of a resource ID. Nothing in it ends the path of an address, or leads up; blanks and marks are in names of some types.
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
const idPart = String.raw`(?!\.{1,2}(?:/|$)|\x20)[\p{L}\p{N}_().~,;:@!$&'+=*\x20-]+(?<!\x20)`
const subscriptionPart = '/subscriptions/[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

/** A subscription, or what lies in one: roles above it are not given or taken here. */
const AssignableScope = z
  .string()
  .max(1000)
  .regex(
    new RegExp(`^${subscriptionPart}(?:/${idPart})*$`, 'u'),
    'The scope is the ID of a subscription, resource group or resource: /subscriptions/….',
  )

export const AssignableScopeQuery = z.strictObject({ scope: AssignableScope })

/** A hint, as `Access`. Both null at a subscription whose roles Azure does not tell the person. */
export const RoleAccess = z.strictObject({ create: Access.nullable(), delete: Access.nullable() })
export type RoleAccess = z.infer<typeof RoleAccess>

export const NewRoleAssignment = z.strictObject({
  scope: AssignableScope,
  /** GUID of the role, built-in or custom. */
  roleId: z.guid('A role ID is a GUID. The list of templates names some.'),
  /** Why it is given. Azure keeps it as the assignment's description; it makes no other assignment of it. */
  reason: z
    .string()
    .trim()
    .min(1, 'Say why the role is given, or leave the reason out.')
    .max(500, 'A reason has at most 500 characters.')
    .refine((value) => !/\p{Cc}/u.test(value), {
      error: 'The reason holds a control character, such as a line break: remove it.',
    })
    .optional(),
})
export type NewRoleAssignment = z.infer<typeof NewRoleAssignment>

export const RoleAssignmentKey = z.strictObject({
  assignmentId: AssignableScope.refine(
    (id) => /\/providers\/Microsoft\.Authorization\/roleAssignments\/[0-9a-f-]{36}$/i.test(id),
    { error: 'This is not the ID of a role assignment. Take it from the list of the principal’s roles.' },
  ),
})

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
