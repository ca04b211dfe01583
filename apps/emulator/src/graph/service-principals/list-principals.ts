import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import type { Filter } from '../query/filter.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { wantedElement, wantedValue } from '../query/wanted-value.ts'
import { principalType } from './principal-type.ts'
import { allPrincipals, findPrincipal, principalOfClient, type Principal } from './principals.ts'

export const listPrincipals = graphOperation({
  id: 'graph/list-principals',
  method: 'GET',
  path: withCount('/servicePrincipals'),
  summary: 'Service principals of the tenant, those of managed identities among them',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-list',
  permissions: permissions.readApplications,
  handle: (call) => collectionAnswer(call, listOf(call)),
})

function listOf(call: GraphCall) {
  const items = (filter: Filter | undefined) =>
    candidates(call, filter).map((principal) => principalType.item(principal, call))
  return { type: principalType.info, context: 'servicePrincipals', items }
}

/** Those that the filter can match at all, by index where it names a key: there may be tens of thousands. */
function candidates({ world }: GraphCall, filter: Filter | undefined): readonly Principal[] {
  const appId = wantedValue(filter, 'appId') ?? guidIn(wantedElement(filter, 'servicePrincipalNames'))
  const objectId = wantedValue(filter, 'id')
  if (appId === undefined && objectId === undefined) return allPrincipals(world)
  const one = appId !== undefined ? principalOfClient(world, appId) : findPrincipal(world, objectId ?? '')
  return one ? [one] : []
}

/** Of a principal's names only its application id is a GUID. */
function guidIn(name: string | undefined): string | undefined {
  return name !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name) ? name : undefined
}
