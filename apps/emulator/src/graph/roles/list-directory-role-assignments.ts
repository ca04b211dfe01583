import type { DirectoryRoleMember } from '../../kernel/entities/directory.ts'
import { entityType } from '../core/entity-type.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { wantedValue } from '../query/wanted-value.ts'

/** https://learn.microsoft.com/graph/api/resources/unifiedroleassignment */
const assignmentType = entityType<DirectoryRoleMember>(
  {
    name: 'unifiedRoleAssignment',
    resource: 'UnifiedRoleAssignment',
    properties: ['id', 'principalId', 'directoryScopeId', 'roleDefinitionId'],
    betaProperties: ['resourceScope'],
    filters: { id: 'eq', principalId: 'eq in', roleDefinitionId: 'eq in', directoryScopeId: 'eq' },
    order: [],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  {
    id: (member) => idOf(member),
    json: (member) => ({
      id: idOf(member),
      principalId: member.principalId,
      directoryScopeId: '/',
      roleDefinitionId: member.roleTemplateId,
      resourceScope: '/',
    }),
  },
)

export const listDirectoryRoleAssignments = graphOperation({
  id: 'graph/list-directory-role-assignments',
  method: 'GET',
  path: '/roleManagement/directory/roleAssignments',
  summary: 'Directory roles held, by principal or role',
  source: 'https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments',
  permissions: permissions.readRoles,
  handle: (call) => {
    const { directoryRoleMembers } = call.world.store
    return collectionAnswer(call, {
      type: assignmentType.info,
      context: 'roleManagement/directory/roleAssignments',
      items: (filter) => {
        const principalId = wantedValue(filter, 'principalId')
        const found =
          principalId === undefined
            ? directoryRoleMembers.list()
            : directoryRoleMembers.by('principal', principalId)
        return found.map((member) => assignmentType.item(member, call))
      },
    })
  },
})

function idOf({ roleTemplateId, principalId }: DirectoryRoleMember): string {
  return Buffer.from(`${roleTemplateId}${principalId}`).toString('base64url').slice(0, 64)
}
