import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { userType } from './user-type.ts'

export const listUsers = graphOperation({
  id: 'graph/list-users',
  method: 'GET',
  path: withCount('/users'),
  summary: 'People of the tenant: filter, search, order, pages',
  source: 'https://learn.microsoft.com/graph/api/user-list',
  permissions: permissions.readUsers,
  handle: (call) =>
    collectionAnswer(call, {
      type: userType.info,
      context: 'users',
      items: call.world.store.users.list().map((user) => userType.item(user, call)),
    }),
})
