import { limits, type InventoryRow, type TrustParent } from '@trustwright/shared-schemas'
import type { KnownIdentity } from './fresh-trusts.ts'

/** One identity or application to sign in as, and why it is offered. */
export interface SuggestedParent {
  readonly key: string
  readonly parent: TrustParent
  readonly name: string
  /** Group and region; empty for an application. */
  readonly place: string
  /** Null for an application. */
  readonly location: string | null
  readonly reason: 'same-workload' | 'name' | 'room'
  /** Trusts it has, of them those of the same workload. */
  readonly trusts: number
  readonly sameWorkload: number
  /** False where its region takes no trusts, or it is full. */
  readonly fits: boolean
  /** Why it does not fit; null where it does. */
  readonly against: 'region' | 'full' | null
}

export interface RankInput {
  readonly identities: readonly KnownIdentity[]
  readonly rows: readonly InventoryRow[]
  /** `contoso/pay-api`; empty where nothing is known of it. */
  readonly workload: string
  /** Workload of a stored trust, as above. */
  readonly workloadOf: (row: InventoryRow) => string
  /** Trusts that have to fit. */
  readonly needed: number
}

const most = 4

/** Those that trust the same repository first, then those named like it; where there are none, those with the most room. */
export function rankParents(input: RankInput): readonly SuggestedParent[] {
  const { identities, rows, needed } = input
  const byParent = Map.groupBy(rows, ({ trust }) => keyOf(trust.parent))
  const names = new Map(rows.map((row) => [keyOf(row.trust.parent), row.applicationName]))
  const managed = identities.map((identity): SuggestedParent => ({
    ...judge({ kind: 'managedIdentity', ...placeOf(identity) }, identity.identityName),
    place: `${identity.resourceGroup}, ${identity.location}`,
    location: identity.location,
    ...(identity.supportsTrusts ? {} : { fits: false, against: 'region' as const }),
  }))
  const applications = [...byParent.values()].flatMap(([row]) =>
    row === undefined || row.trust.parent.kind !== 'application'
      ? []
      : [judge(row.trust.parent, names.get(keyOf(row.trust.parent)) ?? row.trust.parent.appId)],
  )
  const useful = [...managed.filter(isUseful), ...applications.filter(({ reason }) => reason !== 'room')]
  // Where some have a reason of their own, mere room is none.
  const meant = useful.filter(({ reason }) => reason !== 'room')
  return (meant.length === 0 ? useful : meant)
    .toSorted((a, b) => score(b) - score(a) || a.name.localeCompare(b.name))
    .slice(0, most)

  function judge(parent: TrustParent, name: string): SuggestedParent {
    const stored = byParent.get(keyOf(parent)) ?? []
    const { workload } = input
    const same =
      workload === '' ? 0 : stored.filter((row) => sameText(input.workloadOf(row), workload)).length
    const isNamed = wordsOf(workload).some((word) => name.toLowerCase().includes(word))
    return {
      key: keyOf(parent),
      parent,
      name,
      place: '',
      location: null,
      reason: same > 0 ? 'same-workload' : isNamed ? 'name' : 'room',
      trusts: stored.length,
      sameWorkload: same,
      fits: hasRoom(parent),
      against: hasRoom(parent) ? null : 'full',
    }
  }

  function hasRoom(parent: TrustParent): boolean {
    return limits.trustsPerIdentity - (byParent.get(keyOf(parent))?.length ?? 0) >= needed
  }
}

/** One that is merely there, and cannot take the trust, helps nobody. */
function isUseful({ reason, fits }: SuggestedParent): boolean {
  return reason !== 'room' || fits
}

export function keyOf(parent: TrustParent): string {
  if (parent.kind === 'application') return `app ${parent.appId}`.toLowerCase()
  return `mi ${parent.subscriptionId} ${parent.resourceGroup} ${parent.identityName}`.toLowerCase()
}

function placeOf({ subscriptionId, resourceGroup, identityName }: KnownIdentity) {
  return { subscriptionId, resourceGroup, identityName }
}

const common = new Set(['api', 'app', 'web', 'svc', 'service', 'repo', 'the', 'infra', 'deploy'])

/** The name of a repository, and its parts that are long enough to mean something. */
function wordsOf(workload: string): readonly string[] {
  const name = workload.split('/').at(-1)?.toLowerCase() ?? ''
  return name === ''
    ? []
    : [name, ...name.split(/[-_.]/).filter((word) => word.length > 2 && !common.has(word))]
}

function score({ reason, fits, sameWorkload, trusts }: SuggestedParent): number {
  const base = { 'same-workload': 2000, name: 1000, room: 0 }[reason]
  return (fits ? 10_000 : 0) + base + sameWorkload * 20 - trusts
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
