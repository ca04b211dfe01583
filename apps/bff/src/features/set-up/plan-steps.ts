import { createHash } from 'node:crypto'
import type {
  AnyNewApplicationTrust,
  IdentityPath,
  NewRoleAssignment,
  SetUpItem,
  SetUpParent,
} from '@trustwright/shared-schemas'
import { groupKeyOf, groupsToMake, type WantedGroup } from './group-plan.ts'
import { parentKeyOf, parentNameOf } from './parent-key.ts'

/** The values of a step, by its kind. Stored with it. */
export type StepPayload =
  | { readonly kind: 'resource-group'; readonly group: WantedGroup }
  | { readonly kind: 'identity'; readonly path: IdentityPath; readonly location: string }
  /** `uniqueName` is the key by which Graph makes it once, however often it is asked. */
  | { readonly kind: 'application'; readonly displayName: string; readonly uniqueName: string }
  | { readonly kind: 'service-principal' }
  | { readonly kind: 'trust'; readonly trust: AnyNewApplicationTrust }
  | { readonly kind: 'role'; readonly role: NewRoleAssignment }

export interface PlannedRow {
  readonly ordinal: number
  readonly itemOrdinal: number
  readonly parentKey: string
  readonly name: string
  readonly payload: StepPayload
}

/**
 * All steps in their order. What several rows share is made by the first of them. Ordinals count from 1. `keyed` is the ID
 * of the draft, else of the run: a second run of a draft finds the applications that the first one made.
 */
export function planSteps(keyed: string, items: readonly SetUpItem[]): PlannedRow[] {
  const rows: PlannedRow[] = []
  const begun = new Set<string>()
  const withRoles = new Set(
    items.filter(({ roles }) => roles.length > 0).map(({ parent }) => parentKeyOf(parent)),
  )
  // A row may use an identity that a later row makes.
  const made = new Map(
    items
      .map(({ parent }) => parent)
      .filter(({ kind }) => kind === 'newManagedIdentity')
      .map((parent) => [parentKeyOf(parent), parent]),
  )
  const groups = groupsToMake(items)
  const add = (itemOrdinal: number, parentKey: string, name: string, payload: StepPayload) =>
    rows.push({ ordinal: rows.length + 1, itemOrdinal, parentKey, name, payload })
  for (const [index, item] of items.entries()) {
    const parentKey = parentKeyOf(item.parent)
    const parent = made.get(parentKey) ?? item.parent
    if (parent.kind === 'newManagedIdentity') {
      const key = groupKeyOf(parent)
      const group = groups.get(key)
      if (group) add(index + 1, key, group.resourceGroup, { kind: 'resource-group', group })
      groups.delete(key)
    }
    const payloads: StepPayload[] = [
      ...(begun.has(parentKey) ? [] : parentSteps(keyed, parent, withRoles.has(parentKey))),
      ...item.trusts.map((trust) => ({ kind: 'trust', trust }) as const),
      ...item.roles.map((role) => ({ kind: 'role', role }) as const),
    ]
    begun.add(parentKey)
    for (const payload of payloads) add(index + 1, parentKey, nameOf(payload, parent), payload)
  }
  return rows
}

function parentSteps(keyed: string, parent: SetUpParent, hasRoles: boolean): StepPayload[] {
  if (parent.kind === 'managedIdentity') return []
  if (parent.kind === 'application') return hasRoles ? [{ kind: 'service-principal' }] : []
  if (parent.kind === 'newManagedIdentity') {
    const { location, subscriptionId, resourceGroup, identityName } = parent
    return [{ kind: 'identity', path: { subscriptionId, resourceGroup, identityName }, location }]
  }
  const { displayName } = parent
  const application = {
    kind: 'application',
    displayName,
    uniqueName: uniqueNameOf(keyed, displayName),
  } as const
  return [application, { kind: 'service-principal' }]
}

/** The key of a new application at Graph. */
export function uniqueNameOf(keyed: string, displayName: string): string {
  return `trustwright-${keyed}-${shortHash(displayName)}`
}

function nameOf(payload: StepPayload, parent: SetUpParent): string {
  if (payload.kind === 'trust') return payload.trust.name
  if (payload.kind === 'role') return `${payload.role.roleId} ${payload.role.scope}`
  return parentNameOf(parent)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
