import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { directoryObjectType } from '../objects/directory-object-type.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { principalItems } from '../service-principals/principal-type.ts'
import { applicationToRead } from './find-application.ts'

export const listApplicationOwners = graphOperation({
  id: 'graph/list-application-owners',
  method: 'GET',
  path: withCount('/applications[application]/owners'),
  summary: 'Owners of an application: people and service principals',
  source: 'https://learn.microsoft.com/graph/api/application-list-owners',
  permissions: permissions.readApplications,
  handle: (call) =>
    collectionAnswer(call, {
      type: directoryObjectType,
      context: 'directoryObjects',
      items: principalItems(applicationToRead(call).ownerIds, call),
      mixed: true,
    }),
})
