import { graphOperation } from '../core/graph-operation.ts'
import { demandPermission, permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { userType } from '../users/user-type.ts'
import { callingPerson } from './me.ts'

export const getMe = graphOperation({
  id: 'graph/get-me',
  method: 'GET',
  path: '/me',
  summary: 'The signed-in person',
  source: 'https://learn.microsoft.com/graph/api/user-get',
  permissions: 'anyone',
  handle: (call) => {
    const user = callingPerson(call)
    demandPermission(call, permissions.readMe)
    return entityAnswer(call, userType.item(user, call), 'users/$entity')
  },
})
