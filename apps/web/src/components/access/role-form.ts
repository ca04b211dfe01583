import { AssignableScopeQuery, NewRoleAssignment, type RoleAssignment } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { powerOf } from './role-effects.ts'
import { readScope } from './scope-words.ts'

/** Stands for a role that is named by its GUID, in `task`. */
export const ownRole = 'own'

/** The form as it is on the screen; what belongs to another choice stays filled. */
export interface RoleFormValues {
  /** GUID of a template's role, `ownRole`, or empty. */
  task: string
  ownRoleId: string
  where: 'resource' | 'resource-group' | 'subscription'
  resourceId: string
  subscriptionId: string
  resourceGroup: string
  /** A whole subscription was ticked. */
  acceptsBroad: boolean
  /** A role that nobody here knows was ticked. */
  acceptsPower: boolean
  /** Why an owner-like role is given. */
  reason: string
}

export const emptyRoleForm: RoleFormValues = {
  task: '',
  ownRoleId: '',
  where: 'resource-group',
  resourceId: '',
  subscriptionId: '',
  resourceGroup: '',
  acceptsBroad: false,
  acceptsPower: false,
  reason: '',
}

/** Of the chosen role; empty while none is. */
export function roleIdOf({ task, ownRoleId }: Pick<RoleFormValues, 'task' | 'ownRoleId'>): string {
  return task === ownRole ? ownRoleId.trim() : task
}

/** The ID without white space around it and slashes after it; null while it is no ID that a role can be held on. */
export function scopeOf(values: Omit<RoleFormValues, 'task' | 'ownRoleId'>): string | null {
  const { where, subscriptionId, resourceGroup } = values
  if (where === 'resource') {
    const scope = withoutEdges(values.resourceId)
    return scopeFault(scope) === null ? scope : null
  }
  if (subscriptionId === '') return null
  if (where === 'subscription') return `/subscriptions/${subscriptionId}`
  return resourceGroup === '' ? null : `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`
}

export function withoutEdges(resourceId: string): string {
  return resourceId.trim().replace(/\/+$/, '')
}

/** Whether the role itself has to be agreed to: one of the person's own that nobody here knows. */
export function needsPowerTick(values: Pick<RoleFormValues, 'task' | 'ownRoleId'>): boolean {
  const { task, ownRoleId } = values
  return task === ownRole && ownRoleId !== '' && powerOf(roleIdOf(values)) === 'unknown'
}

/** Whether it has to be said why the role is given: an owner-like one. */
export function needsReason(values: Pick<RoleFormValues, 'task' | 'ownRoleId'>): boolean {
  return powerOf(roleIdOf(values)) === 'owner-like'
}

/** Why the text is no reason to keep; null where it is one. */
export function reasonFault(reason: string): string | null {
  if (reason.trim() === '') return 'Say why nothing less will do.'
  const checked = NewRoleAssignment.shape.reason.safeParse(reason)
  return checked.success ? null : (checked.error.issues[0]?.message ?? 'Shorten the reason.')
}

/** Checks the variant that is chosen only; a half-typed other one is no error. */
export const RoleForm = z
  .strictObject({
    task: z.string().min(1, 'Choose what it needs to do.'),
    ownRoleId: z.string(),
    where: z.enum(['resource', 'resource-group', 'subscription']),
    resourceId: z.string(),
    subscriptionId: z.string(),
    resourceGroup: z.string(),
    acceptsBroad: z.boolean(),
    acceptsPower: z.boolean(),
    reason: z.string(),
  })
  .superRefine((values, context) => {
    const say = (field: keyof RoleFormValues, message: string | null) => {
      if (message !== null) context.addIssue({ code: 'custom', path: [field], message })
    }
    if (values.task === ownRole && !z.guid().safeParse(values.ownRoleId.trim()).success) {
      say('ownRoleId', 'A role ID is a GUID, such as 4633458b-17de-408a-b874-0445c86b69e6.')
    }
    if (needsPowerTick(values) && !values.acceptsPower) say('acceptsPower', 'Tick this to give such a role.')
    if (needsReason(values)) say('reason', reasonFault(values.reason))
    if (values.where === 'resource') {
      say('resourceId', scopeFault(withoutEdges(values.resourceId)))
      return
    }
    if (values.subscriptionId === '') say('subscriptionId', 'Choose a subscription.')
    if (values.where === 'subscription') {
      if (!values.acceptsBroad) say('acceptsBroad', 'Tick this, or choose something narrower.')
    } else if (values.resourceGroup === '') say('resourceGroup', 'Choose a resource group.')
  })

/** Why the text is no resource's ID; null where it is one. */
function scopeFault(scope: string): string | null {
  if (scope === '') return 'Paste the ID of the resource.'
  if (/^https?:/i.test(scope)) {
    return 'This is an address. The ID stands on the resource’s Properties page and starts with /subscriptions/.'
  }
  const { kind } = readScope(scope)
  if (kind === 'subscription')
    return 'This is the ID of a subscription. Choose “A whole subscription” above for it.'
  if (kind === 'resource-group')
    return 'This is the ID of a resource group. Choose “A resource group” above for it.'
  return AssignableScopeQuery.safeParse({ scope }).success && /\/providers\/[^/]+\/[^/]+\/[^/]+/i.test(scope)
    ? null
    : 'A resource ID reads /subscriptions/…/resourceGroups/…/providers/…/name.'
}

/** Values that passed `RoleForm`, as the request to send. */
export function rolePlan(values: RoleFormValues): NewRoleAssignment {
  return NewRoleAssignment.parse({
    scope: scopeOf(values),
    roleId: roleIdOf(values),
    ...(needsReason(values) ? { reason: values.reason } : {}),
  })
}

/** The same role held at the same scope already, by the principal itself; null otherwise. */
export function heldAlready(
  assignments: readonly RoleAssignment[],
  { scope, roleId }: NewRoleAssignment,
): RoleAssignment | null {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  return (
    assignments.find(
      (one) =>
        one.direct && same(one.scope, scope) && same(one.roleDefinitionId.split('/').at(-1) ?? '', roleId),
    ) ?? null
  )
}
