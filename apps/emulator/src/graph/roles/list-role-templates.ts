import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { roleTemplates } from './role-templates.ts'
import { roleTemplateType } from './role-type.ts'

export const listRoleTemplates = graphOperation({
  id: 'graph/list-role-templates',
  method: 'GET',
  path: '/directoryRoleTemplates',
  summary: 'Built-in directory roles the emulator knows',
  source: 'https://learn.microsoft.com/graph/api/directoryroletemplate-list',
  permissions: permissions.readRoles,
  handle: (call) =>
    collectionAnswer(call, {
      type: roleTemplateType.info,
      context: 'directoryRoleTemplates',
      items: roleTemplates.map((template) => roleTemplateType.item(template, call)),
    }),
})
