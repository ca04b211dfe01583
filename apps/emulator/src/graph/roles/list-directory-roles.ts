import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { activatedRoles, directoryRoleType } from './role-type.ts'

export const listDirectoryRoles = graphOperation({
  id: 'graph/list-directory-roles',
  method: 'GET',
  path: '/directoryRoles',
  summary: 'Directory roles that somebody holds',
  source: 'https://learn.microsoft.com/graph/api/directoryrole-list',
  permissions: permissions.readRoles,
  handle: (call) =>
    collectionAnswer(call, {
      type: directoryRoleType.info,
      context: 'directoryRoles',
      items: activatedRoles(call.world).map((role) => directoryRoleType.item(role, call)),
    }),
})
