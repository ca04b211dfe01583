import {
  SetUpParent,
  type DraftBody,
  type DraftParent,
  type ResourceGroup,
  type Subscription,
  type TrustParent,
} from '@trustwright/shared-schemas'
import { keyOf, type SuggestedParent } from './rank-parents.ts'

/** The form of the step as it is on the screen. */
export interface IdentityValues {
  /** Key of an offered one, or one of the three others. */
  choice: string
  subscriptionId: string
  /** Name of a group that exists, or `newGroup`. */
  group: string
  /** Name of the group to make. */
  newGroupName: string
  location: string
  identityName: string
  displayName: string
}

/** In place of a group's name: one is made. No group can have it, since names end with no dot. */
export const newGroup = 'new.'
export const otherChoice = 'other'
export const newIdentity = 'new-identity'
export const newApplication = 'new-application'

interface StartInput {
  readonly body: DraftBody
  readonly found: readonly SuggestedParent[]
  readonly subscriptions: readonly Subscription[]
  readonly name: string
}

/** What the draft chose; else one that trusts the same workload already; else a new identity. */
export function startOfIdentity({ body, found, subscriptions, name }: StartInput): IdentityValues {
  const { parent } = body
  const [first, ...others] = subscriptions
  const sole = first !== undefined && others.length === 0 ? first.subscriptionId : ''
  const empty = {
    choice: newIdentity,
    ...placeNear(found, sole),
    newGroupName: name.replace(/^id-/, 'rg-'),
    identityName: name,
    displayName: name.replace(/^id-/, ''),
  }
  if (parent === null) {
    const best = found.find(({ fits, reason }) => fits && reason === 'same-workload')
    return best === undefined ? empty : { ...empty, choice: best.key }
  }
  if (parent.kind === 'newApplication') {
    return { ...empty, choice: newApplication, displayName: parent.displayName }
  }
  if (parent.kind === 'newManagedIdentity') {
    const { subscriptionId, resourceGroup, location, identityName, groupLocation } = parent
    const place =
      groupLocation === undefined
        ? { group: resourceGroup }
        : { group: newGroup, newGroupName: resourceGroup }
    return { ...empty, subscriptionId, ...place, location, identityName }
  }
  const key = keyOf(parent.parent)
  return { ...empty, choice: found.some((one) => one.key === key) ? key : otherChoice }
}

/** A new identity is most often wanted beside the one that fits best. */
function placeNear(found: readonly SuggestedParent[], sole: string) {
  const near = found.find(({ fits, parent }) => fits && parent.kind === 'managedIdentity')
  if (near?.parent.kind !== 'managedIdentity') {
    return { subscriptionId: sole, group: '', location: '' }
  }
  const { subscriptionId, resourceGroup } = near.parent
  return { subscriptionId, group: resourceGroup, location: near.location ?? '' }
}

/** Null while nothing is chosen. */
export function parentOfChoice(
  values: IdentityValues,
  found: readonly SuggestedParent[],
  picked: TrustParent | null,
): DraftParent | null {
  if (values.choice === newApplication) {
    return { kind: 'newApplication', displayName: values.displayName.trim() }
  }
  if (values.choice === newIdentity) {
    const { subscriptionId, location, identityName } = values
    const resourceGroup = groupOf(values)
    const made = values.group === newGroup ? { groupLocation: location } : {}
    return { kind: 'newManagedIdentity', subscriptionId, resourceGroup, location, identityName, ...made }
  }
  const parent =
    values.choice === otherChoice ? picked : (found.find(({ key }) => key === values.choice)?.parent ?? null)
  return parent === null ? null : { kind: 'existing', parent }
}

/** Name of the group that the new identity lies in, whether it exists or is made. */
export function groupOf({ group, newGroupName }: Pick<IdentityValues, 'group' | 'newGroupName'>): string {
  return group === newGroup ? newGroupName.trim() : group
}

interface Problem {
  readonly field: keyof IdentityValues
  readonly message: string
}

const prompts: Partial<Readonly<Record<keyof IdentityValues, string>>> = {
  subscriptionId: 'Choose a subscription.',
  group: 'Choose a resource group.',
  newGroupName: 'Give the resource group a name.',
  location: 'Choose where the identity lives.',
}

/** What has to be changed before the choice can be asked of Azure. `group`: as in the form. */
export function problemsOfParent(parent: DraftParent, group = ''): readonly Problem[] {
  if (parent.kind === 'existing') return []
  const checked = SetUpParent.safeParse(parent)
  if (checked.success) return []
  const seen = new Set<string>()
  return checked.error.issues.flatMap(({ path, message }) => {
    const [asked] = path
    const field = fieldOf(asked, group)
    if (field === null || seen.has(field)) return []
    seen.add(field)
    // Both kinds of a new parent hold texts alone.
    const value = (parent as Readonly<Record<string, string>>)[String(asked)] ?? ''
    return [{ field, message: value === '' ? (prompts[field] ?? message) : message }]
  })
}

/** The field of the form that a part of the request comes from. */
function fieldOf(part: unknown, group: string): keyof IdentityValues | null {
  if (part === 'resourceGroup') return group === newGroup ? 'newGroupName' : 'group'
  const parts = ['subscriptionId', 'location', 'identityName', 'displayName'] as const
  return parts.find((one) => one === part) ?? null
}

/** A group says where things mostly live. */
export function locationOfGroup(groups: readonly ResourceGroup[], name: string): string {
  return groups.find((group) => group.name === name)?.location ?? ''
}

/**
 * What the groups of the subscription say about the group of the form; null where nothing changes. A draft may name one
 * that is not there: that one is made. One that was to be made may be there by now. Azure does not tell names apart by
 * their capitals.
 */
export function startOfGroup(
  { group, newGroupName, location }: IdentityValues,
  groups: readonly ResourceGroup[],
): Pick<IdentityValues, 'group' | 'newGroupName' | 'location'> | null {
  if (group === '') {
    const [only, ...others] = groups
    return only === undefined || others.length > 0
      ? null
      : { group: only.name, newGroupName, location: location === '' ? only.location : location }
  }
  const wanted = groupOf({ group, newGroupName })
  const found = groups.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (found?.name === group || (found === undefined && group === newGroup)) return null
  return found === undefined
    ? { group: newGroup, newGroupName: group, location }
    : { group: found.name, newGroupName, location }
}
