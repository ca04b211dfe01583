import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { roleTemplates } from './role-templates.ts'
import { roleDefinitionType } from './role-type.ts'

export const listRoleDefinitions = graphOperation({
  id: 'graph/list-role-definitions',
  method: 'GET',
  path: '/roleManagement/directory/roleDefinitions',
  summary: 'Built-in directory roles the emulator knows; beta tells which are privileged',
  source: 'https://learn.microsoft.com/graph/api/rbacapplication-list-roledefinitions',
  permissions: permissions.readRoles,
  handle: (call) =>
    collectionAnswer(call, {
      type: roleDefinitionType.info,
      context: 'roleManagement/directory/roleDefinitions',
      items: roleTemplates.map((template) => roleDefinitionType.item(template, call)),
    }),
})
