import type { Identity, InventoryRow, SetUpParent, Trust, TrustParent } from '@trustwright/shared-schemas'
import { keyOf, type SuggestedParent } from './rank-parents.ts'

/** What a ranking needs of an identity. */
export type KnownIdentity = Pick<
  Identity,
  'subscriptionId' | 'resourceGroup' | 'identityName' | 'location' | 'supportsTrusts'
>

/** The trusts of one parent, as Azure has just told them. */
export interface FreshTrusts {
  readonly parent: TrustParent
  readonly trusts: readonly Trust[]
}

const mostLookedAt = 8

/** Whose trusts are worth reading: those of the person's own set-ups, then those that fit for a reason. */
export function lookedAt(
  ranked: readonly SuggestedParent[],
  own: readonly SetUpParent[],
): readonly TrustParent[] {
  const wanted = [
    ...own.flatMap((parent) => trustParent(parent) ?? []),
    ...ranked.filter(({ reason }) => reason !== 'room').map(({ parent }) => parent),
  ]
  return [...new Map(wanted.map((parent) => [keyOf(parent), parent])).values()].slice(0, mostLookedAt)
}

/** Identities that Azure lists, and those that the person's own set-ups have made since and that were read just now. */
export function withMade(
  listed: readonly KnownIdentity[],
  own: readonly SetUpParent[],
  fresh: readonly FreshTrusts[],
): readonly KnownIdentity[] {
  const keys = new Set(listed.map((identity) => keyOf({ ...identity, kind: 'managedIdentity' })))
  const read = new Set(fresh.map(({ parent }) => keyOf(parent)))
  const made = own.flatMap((parent) => {
    if (parent.kind !== 'newManagedIdentity') return []
    const key = keyOf({ ...parent, kind: 'managedIdentity' })
    return read.has(key) && !keys.has(key) ? [[key, { ...parent, supportsTrusts: true }] as const] : []
  })
  return [...listed, ...new Map(made).values()]
}

/** The rows of the last pass, with those of some parents as they are stored now. */
export function withFresh(
  rows: readonly InventoryRow[],
  fresh: readonly FreshTrusts[],
): readonly InventoryRow[] {
  const read = new Set(fresh.map(({ parent }) => keyOf(parent)))
  const before = new Map(rows.map((row) => [keyOf(row.trust.parent), row]))
  const now = fresh.flatMap(({ parent, trusts }) => {
    const { applicationName, subscriptionName = '', location = '' } = before.get(keyOf(parent)) ?? {}
    return trusts.map((trust) => ({
      revision: 0,
      key: trust.resourceId.toLowerCase(),
      parentKey: keyOf(parent),
      readAt: new Date().toISOString(),
      trust,
      subscriptionName,
      location,
      ...(applicationName === undefined ? {} : { applicationName }),
    }))
  })
  return [...rows.filter(({ trust }) => !read.has(keyOf(trust.parent))), ...now]
}

/** A new application's ID is not in what was asked for. */
function trustParent(parent: SetUpParent): TrustParent | null {
  if (parent.kind === 'newApplication') return null
  if (parent.kind === 'application') return parent
  const { subscriptionId, resourceGroup, identityName } = parent
  return { kind: 'managedIdentity', subscriptionId, resourceGroup, identityName }
}
