import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { replica } from '../core/replica.ts'
import type { Filter } from '../query/filter.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { wantedValue } from '../query/wanted-value.ts'
import { applicationType } from './application-type.ts'

export const listApplications = graphOperation({
  id: 'graph/list-applications',
  method: 'GET',
  path: withCount('/applications'),
  summary: 'Applications of the tenant: filter, search, order, expand, pages',
  source: 'https://learn.microsoft.com/graph/api/application-list',
  permissions: permissions.readApplications,
  quota: 'applications',
  handle: (call) => collectionAnswer(call, listOf(call)),
})

function listOf(call: GraphCall) {
  const applications = replica(call.world, 'applications')
  const items = (filter: Filter | undefined) => {
    const appId = wantedValue(filter, 'appId')
    const objectId = wantedValue(filter, 'id')
    const one = appId === undefined ? undefined : applications.get(appId)
    const found =
      appId !== undefined
        ? one
          ? [one]
          : []
        : objectId !== undefined
          ? applications.by('objectId', objectId)
          : applications.list()
    return found.map((application) => applicationType.item(application, call))
  }
  return { type: applicationType.info, context: 'applications', items }
}
