import { known, unknown } from '../facts/fact.ts'
import type { FindingParent } from '../facts/inventory.ts'
import type { FindingRuleId } from '../rule-ids.ts'
import { directorySets, roleSets } from './planted-access.ts'
import type { Planted, PlantedGap } from './planted.ts'
import type { Random } from './random.ts'

export interface PlantedParent {
  readonly parent: FindingParent
  readonly trustCount: number
  /** What is wrong with the parent itself. */
  readonly itself: Required<Planted>
  /** What is wrong with each of its trusts because of it. */
  readonly trusts: Required<Planted>
  readonly writes: boolean | null
  readonly isManaged: boolean
}

type Owning = Planted & Pick<FindingParent, 'owners' | 'tags'>

const nobody = known([])
const owningOfApplications: readonly [Owning, ...Owning[]] = [
  { owners: known([{ displayName: 'Dana', enabled: true }]), tags: known({}) },
  { owners: known([{ displayName: 'Dana', enabled: null }]), tags: unknown('not-told') },
  { owners: nobody, tags: known({}), wrong: ['no-owner'] },
  { owners: known([{ displayName: 'Left', enabled: false }]), tags: known({}), wrong: ['no-owner'] },
  { owners: unknown('not-allowed'), tags: known({}), gaps: [['no-owner', 'not-allowed']] },
]
const owningOfIdentities: readonly [Owning, ...Owning[]] = [
  { owners: nobody, tags: known({ Owner: 'team pay' }) },
  { owners: unknown('not-told'), tags: known({ contact: 'dana@contoso.com' }) },
  { owners: nobody, tags: known({ owner: ' ', stage: 'prod' }), wrong: ['no-owner'] },
  { owners: nobody, tags: unknown('failed'), gaps: [['no-owner', 'failed']] },
  { owners: unknown('not-told'), tags: known({}), gaps: [['no-owner', 'not-told']] },
]

/** A parent with room for `fixed` trusts, or for a number by chance. */
export function plantParent(random: Random, n: number, fixed?: number): PlantedParent {
  const isIdentity = random.below(2) === 0
  const roles = random.pick(roleSets)
  const directory = random.pick(directorySets)
  const owning = random.pick(isIdentity ? owningOfIdentities : owningOfApplications)
  const trustCount = fixed ?? (random.below(40) === 0 ? random.pick([17, 18, 20]) : 1 + random.below(4))
  const isManaged = isIdentity && random.below(25) === 0
  const allTrustsRead = fixed !== undefined || random.below(20) > 0
  const policies = isIdentity && random.below(20) === 0 ? unknown('failed') : known([])
  const isFull = trustCount >= 18
  const itself: FindingRuleId[] = [...(owning.wrong ?? []), ...(isFull ? (['near-limit'] as const) : [])]
  const gaps: PlantedGap[] = [...(owning.gaps ?? [])]
  if (!allTrustsRead && !isFull) gaps.push(['near-limit', 'failed'])
  return {
    parent: {
      key: `parent-${n}`,
      kind: isIdentity ? 'managedIdentity' : 'application',
      displayName: `id-${n}`,
      resourceId: null,
      region: 'westeurope',
      allTrustsRead,
      owners: owning.owners,
      tags: owning.tags,
      isAksManaged: known(isManaged),
      roles: roles.roles,
      appRoles: directory.appRoles,
      directoryRoles: directory.directoryRoles,
      azurePolicies: policies,
    },
    trustCount,
    itself: { wrong: itself, gaps },
    trusts: {
      wrong: [
        ...(roles.wrong ?? []),
        ...(directory.wrong ?? []),
        ...(isManaged ? (['aks-managed'] as const) : []),
      ],
      gaps: [
        ...(roles.gaps ?? []),
        ...(directory.gaps ?? []),
        ...(allTrustsRead ? [] : ([['dead-twin', 'failed']] as const)),
        ...(policies.known ? [] : ([['policy-refuses', 'failed']] as const)),
      ],
    },
    writes:
      roles.writes === true || directory.writes === true
        ? true
        : roles.writes === null || directory.writes === null
          ? null
          : false,
    isManaged,
  }
}
