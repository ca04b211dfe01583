import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { directoryObjectType } from '../objects/directory-object-type.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { principalItems } from '../service-principals/principal-type.ts'
import { roleIn } from './find-role.ts'

export const listRoleMembers = graphOperation({
  id: 'graph/list-role-members',
  method: 'GET',
  path: '/directoryRoles[role]/members',
  summary: 'Who holds a directory role',
  source: 'https://learn.microsoft.com/graph/api/directoryrole-list-members',
  permissions: permissions.readRoles,
  handle: (call) => {
    const { id } = roleIn(call)
    const members = call.world.store.directoryRoleMembers
      .list()
      .filter(({ roleTemplateId }) => roleTemplateId === id)
    return collectionAnswer(call, {
      type: directoryObjectType,
      context: 'directoryObjects',
      items: principalItems(
        members.map(({ principalId }) => principalId),
        call,
      ),
      mixed: true,
    })
  },
})
