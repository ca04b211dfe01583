import { eachOf } from '../../../domain/each-of.ts'
import type { ScanContext } from '../scan/scan-context.ts'

/** https://learn.microsoft.com/graph/api/directoryobject-getbyids and https://learn.microsoft.com/graph/json-batching */
const mostIds = 1000
const mostInBatch = 20
const batchesAtOnce = 4

export interface RoleHolders {
  /** Object IDs of groups that hold roles in Azure. */
  readonly groups: readonly string[]
  /** Object IDs of everybody who holds a role in the directory: people, service principals, groups. */
  readonly inDirectory: readonly string[]
}

/**
 * Groups that hold roles, by the service principals in them. Groups with roles are few and identities many, so that the
 * groups are asked for their members.
 */
export async function readGroups(
  { caller, directory, meter, paced }: ScanContext,
  { groups, inDirectory }: RoleHolders,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const options = meter.options('graph')
  const candidates = portionsOf(inDirectory, mostIds)
  const holding = new Set(groups.map((id) => id.toLowerCase()))
  for (const ids of candidates) {
    const found = await paced.graph(() => directory.findGroups(caller, ids, options))
    for (const id of found) holding.add(id.toLowerCase())
  }
  const batches = portionsOf([...holding], mostInBatch)
  meter.least('groups', candidates.length + batches.length)
  const groupsOf = new Map<string, string[]>()
  await eachOf(batches, batchesAtOnce, async (ids) => {
    const members = await paced.graph(() => directory.listGroupPrincipals(caller, ids, options))
    for (const [groupId, principals] of members) {
      for (const principalId of principals) {
        const key = principalId.toLowerCase()
        groupsOf.set(key, [...(groupsOf.get(key) ?? []), groupId.toLowerCase()])
      }
    }
  })
  // In one order, however the answers came: else every run would find a change.
  return new Map([...groupsOf].map(([principalId, ids]) => [principalId, ids.toSorted()]))
}

function portionsOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
