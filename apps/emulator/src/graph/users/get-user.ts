import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { personIn } from './find-user.ts'
import { userType } from './user-type.ts'

export const getUser = graphOperation({
  id: 'graph/get-user',
  method: 'GET',
  path: '/users[user]',
  summary: 'One person, by object id or user principal name',
  source: 'https://learn.microsoft.com/graph/api/user-get',
  permissions: permissions.readUsers,
  handle: (call) => entityAnswer(call, userType.item(personIn(call), call), 'users/$entity'),
})
