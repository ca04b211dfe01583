import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { roleIn } from './find-role.ts'
import { directoryRoleType } from './role-type.ts'

export const getDirectoryRole = graphOperation({
  id: 'graph/get-directory-role',
  method: 'GET',
  path: '/directoryRoles[role]',
  summary: 'One directory role, by object id or template id',
  source: 'https://learn.microsoft.com/graph/api/directoryrole-get',
  permissions: permissions.readRoles,
  handle: (call) => entityAnswer(call, directoryRoleType.item(roleIn(call), call), 'directoryRoles/$entity'),
})
