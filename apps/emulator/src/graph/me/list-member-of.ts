import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { directoryRolesOf } from '../core/rights.ts'
import { groupType } from '../groups/group-type.ts'
import { directoryObjectType } from '../objects/directory-object-type.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { roleTemplates } from '../roles/role-templates.ts'
import { directoryRoleType } from '../roles/role-type.ts'
import { principalToRead } from '../service-principals/find-principal.ts'
import { objectIdOf } from '../service-principals/principals.ts'
import { personIn } from '../users/find-user.ts'

const places = ['/me', '/users[user]', '/servicePrincipals[principal]'] as const

export const listMemberOf = graphOperation({
  id: 'graph/list-member-of',
  method: 'GET',
  path: places.flatMap((who) => [...withCount(`${who}/memberOf`), ...withCount(`${who}/transitiveMemberOf`)]),
  summary: 'Groups and directory roles that a person or a service principal belongs to',
  source: 'https://learn.microsoft.com/graph/api/user-list-memberof',
  permissions: {
    delegated: [...permissions.readMe.delegated, ...permissions.readApplications.delegated],
    application: permissions.readDirectory.application,
  },
  handle: (call) => {
    const ofPrincipal = /\/servicePrincipals\b/i.test(call.request.path)
    const id = ofPrincipal ? objectIdOf(principalToRead(call)) : personIn(call).objectId
    const groups = call.world.store.groups.by('member', id).map((group) => groupType.item(group, call))
    const held = directoryRolesOf(call.world, id)
    const roles = roleTemplates.filter((role) => held.includes(role.id))
    return collectionAnswer(call, {
      type: directoryObjectType,
      context: 'directoryObjects',
      items: [...groups, ...roles.map((role) => directoryRoleType.item(role, call))],
      mixed: true,
    })
  },
})
