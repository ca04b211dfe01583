import type { Operation } from '../../kernel/operation.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readListFilter } from '../core/list-filter.ts'
import { pageOf, type Page } from '../core/paging.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { readable } from '../roles/authorise.ts'
import { resourcesIn, type GenericResource } from './all-resources.ts'

/** Of a subscription, and of one of its groups. */
export const listResources: readonly Operation[] = [
  '/subscriptions/{subscriptionId}/resources',
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/resources',
].map((path) =>
  armOperation({
    id: 'arm/list-resources',
    method: 'GET',
    path,
    armType: armTypes.resources,
    summary:
      'Resources of every type that the caller may read; $filter on type, name, location and tags, $top',
    source: 'https://learn.microsoft.com/rest/api/resources/resources/list',
    handle: (call) => ({ status: 200, body: list(call) }),
  }),
)

function list(call: ArmCall): Page {
  const { world, caller, request, params } = call
  const { subscriptionId = '', resourceGroup } = params
  if (resourceGroup !== undefined) demandGroup(call)
  const fits = readListFilter(request.query)
  const readers = new Map<string, (scope: string) => boolean>()
  const mayRead = ({ type, key }: GenericResource) => {
    const known = readers.get(type) ?? readable(world, caller, `${type}/read`)
    readers.set(type, known)
    return known(key)
  }
  const found = resourcesIn(world, subscriptionId, resourceGroup).filter(
    (resource) => fits({ ...resource, resourceType: resource.type }) && mayRead(resource),
  )
  return pageOf(
    request,
    found,
    ({ key }) => key,
    ({ id, name, type, location, tags, extra }) => ({ id, name, type, location, tags, ...extra }),
  )
}
