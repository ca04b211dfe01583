import {
  SetUpParent,
  type Application,
  type Identity,
  type Trust,
  type TrustParent,
} from '@trustwright/shared-schemas'
import { groupOf, makeGroup, mostNewIdentities, type BulkValues } from './bulk-form.ts'
import type { Target } from './spread-rows.ts'

export function keyOfParent(parent: TrustParent): string {
  const parts =
    parent.kind === 'application'
      ? ['app', parent.appId]
      : ['mi', parent.subscriptionId, parent.resourceGroup, parent.identityName]
  return parts.join(' ').toLowerCase()
}

interface Known {
  /** Null while they are being read. */
  readonly trusts: readonly Trust[] | null
  readonly identity: Identity | null
  readonly application: Application | null
}

/** An identity or application that exists, with what it holds. */
export function existingTarget(parent: TrustParent, { trusts, identity, application }: Known): Target {
  const stored = (trusts ?? []).map(({ name, issuer, subject }) => ({ name, issuer, subject }))
  if (parent.kind === 'application') {
    const name = application?.displayName ?? parent.appId
    return { key: keyOfParent(parent), name, parent, stored, otherNames: [parent.appId] }
  }
  return {
    key: keyOfParent(parent),
    name: parent.identityName,
    parent,
    stored,
    otherNames: identity === null ? [] : [identity.resourceId, identity.clientId],
  }
}

export interface NewTargets {
  readonly targets: readonly Target[]
  /** By field, what has to be changed before they can be made. */
  readonly problems: readonly { readonly field: keyof BulkValues; readonly message: string }[]
}

type Place = Pick<
  BulkValues,
  'newKind' | 'newCount' | 'newSubscription' | 'newGroup' | 'groupName' | 'newLocation' | 'stem'
>

const prompts = {
  newSubscription: 'Choose a subscription.',
  newGroup: 'Choose a resource group.',
  groupName: 'Give the resource group a name.',
  newLocation: 'Choose where the identities live.',
} as const

/** Which field of the page says that part of a new identity. */
const fieldOfPart: Readonly<Record<string, keyof typeof prompts>> = {
  subscriptionId: 'newSubscription',
  resourceGroup: 'newGroup',
  location: 'newLocation',
}

/** The new managed identities or applications, numbered behind their stem. */
export function newTargets({ newKind, newCount, stem, ...place }: Place): NewTargets {
  const wanted = newCount.trim() === '' ? 0 : Number(newCount)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > mostNewIdentities) {
    return {
      targets: [],
      problems: [{ field: 'newCount', message: `Write a number from 0 to ${mostNewIdentities}.` }],
    }
  }
  const { newSubscription: subscriptionId, newLocation: location } = place
  const resourceGroup = groupOf(place)
  const isMaking = place.newGroup === makeGroup
  const numbers = Array.from({ length: wanted }, (_, index) => index + 1)
  const checked = numbers.map((number) =>
    SetUpParent.safeParse(
      newKind === 'application'
        ? { kind: 'newApplication', displayName: stem.trim() === '' ? '' : `${stem.trim()}-${number}` }
        : {
            kind: 'newManagedIdentity',
            subscriptionId,
            resourceGroup,
            location,
            ...(isMaking && { groupLocation: location }),
            identityName: `${stem.trim()}-${number}`,
          },
    ),
  )
  const issues = checked.at(-1)?.error?.issues ?? []
  const seen = new Set<PropertyKey>()
  const problems = issues.flatMap(({ path: [part = ''], message }): NewTargets['problems'] => {
    if (seen.has(part)) return []
    seen.add(part)
    if (part === 'identityName' || part === 'displayName') return [{ field: 'stem', message }]
    const field = part === 'resourceGroup' && isMaking ? 'groupName' : fieldOfPart[String(part)]
    return field === undefined ? [] : [{ field, message: place[field] === '' ? prompts[field] : message }]
  })
  const targets = checked.flatMap(({ data }) => (data === undefined ? [] : newTarget(data)))
  return { targets: problems.length === 0 ? targets : [], problems }
}

function newTarget(parent: SetUpParent): Target[] {
  const bare = { parent, stored: [], otherNames: [] }
  if (parent.kind === 'newApplication') {
    const name = parent.displayName
    return [{ ...bare, key: `new app ${name}`.toLowerCase(), name }]
  }
  if (parent.kind !== 'newManagedIdentity') return []
  const { subscriptionId, resourceGroup, identityName: name } = parent
  return [{ ...bare, key: `new ${subscriptionId} ${resourceGroup} ${name}`.toLowerCase(), name }]
}
