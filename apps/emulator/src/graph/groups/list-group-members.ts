import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { directoryObjectType } from '../objects/directory-object-type.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { principalItems, principalType } from '../service-principals/principal-type.ts'
import { groupIn } from './find-group.ts'

const id = 'graph/list-group-members'
const source = 'https://learn.microsoft.com/graph/api/group-list-members'
const lists = ['/groups[group]/members', '/groups[group]/transitiveMembers'] as const

/** All of them, or cast to service principals alone. */
export const listGroupMembers = [
  ...graphOperation({
    id,
    method: 'GET',
    path: lists.flatMap(withCount),
    summary: 'Members of a group; groups do not nest here',
    source,
    permissions: permissions.readGroups,
    handle: (call) =>
      collectionAnswer(call, {
        type: directoryObjectType,
        context: 'directoryObjects',
        items: principalItems(groupIn(call).memberIds, call),
        mixed: true,
      }),
  }),
  ...graphOperation({
    id,
    method: 'GET',
    path: lists.flatMap((list) => withCount(`${list}/microsoft.graph.servicePrincipal`)),
    summary: 'Service principals in a group',
    source,
    permissions: permissions.readGroups,
    handle: (call) =>
      collectionAnswer(call, {
        type: principalType.info,
        context: 'servicePrincipals',
        items: principalItems(groupIn(call).memberIds, call).filter(
          ({ type }) => type === principalType.info,
        ),
      }),
  }),
]
