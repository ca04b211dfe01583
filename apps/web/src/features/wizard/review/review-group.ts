import { skipToken, useQuery } from '@tanstack/react-query'
import { endpoints, type Access, type SetUpParent } from '@trustwright/shared-schemas'
import { isAnswerLost } from '../../../api/answer-lost.ts'
import { ApiProblem } from '../../../api/api-problem.ts'
import { call } from '../../../api/client.ts'
import { resourceGroupsQuery } from '../../../api/identity-queries.ts'

/** A resource group that a new identity needs, and that is not there. */
export interface GroupToMake {
  readonly subscriptionId: string
  readonly name: string
  readonly location: string
  /** What the person may not do; null where nothing is known to be missing. */
  readonly missing: { readonly to: string; readonly access: Access } | null
}

interface GroupState {
  /** False while the groups are being read. Where they cannot be read the group counts as there: Azure tells. */
  readonly isKnown: boolean
  readonly made: GroupToMake | null
}

/** Whether the group of a new identity has to be made first. */
export function useGroupToMake(parent: SetUpParent): GroupState {
  const wanted = parent.kind === 'newManagedIdentity' ? parent : null
  const query = resourceGroupsQuery(wanted?.subscriptionId ?? '')
  const groups = useQuery(wanted === null ? { ...query, queryFn: skipToken } : query)
  if (wanted === null) return { isKnown: true, made: null }
  const { data } = groups
  if (data === undefined) return { isKnown: groups.error !== null, made: null }
  const { subscriptionId, resourceGroup: name, location } = wanted
  if (data.resourceGroups.some((one) => isName(one.name, name))) return { isKnown: true, made: null }
  const lacking = (access: Access | null, to: string) =>
    access === null || access.allowed ? null : { to, access }
  const missing =
    lacking(data.create, 'make a resource group here') ??
    lacking(data.createIdentity, 'make an identity in a new resource group here')
  return { isKnown: true, made: { subscriptionId, name, location, missing } }
}

/** Makes the group. One that came meanwhile is as good, and a lost answer is looked up before it counts as a failure. */
export async function makeGroup({ subscriptionId, name, location }: GroupToMake): Promise<void> {
  const params = { subscriptionId }
  try {
    await call(endpoints.createResourceGroup, { params, body: { name, location } })
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'RESOURCE_GROUP_EXISTS') return
    if (!isAnswerLost(error)) throw error
    const { resourceGroups } = await call(endpoints.listResourceGroups, { params })
    if (!resourceGroups.some((one) => isName(one.name, name))) throw error
  }
}

/** Azure does not tell names of groups apart by their capitals. */
function isName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
