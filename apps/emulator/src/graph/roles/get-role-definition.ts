import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { roleTemplates } from './role-templates.ts'
import { roleDefinitionType } from './role-type.ts'

export const getRoleDefinition = graphOperation({
  id: 'graph/get-role-definition',
  method: 'GET',
  path: '/roleManagement/directory/roleDefinitions[role]',
  summary: 'One directory role by its template id',
  source: 'https://learn.microsoft.com/graph/api/unifiedroledefinition-get',
  permissions: permissions.readRoles,
  handle: (call) => {
    const wanted = keyText(keyIn(call, 'role'))
    const found = roleTemplates.find(({ id }) => id === wanted.toLowerCase())
    if (!found) throw refuse(faults.notFound(wanted))
    const item = roleDefinitionType.item(found, call)
    return entityAnswer(call, item, 'roleManagement/directory/roleDefinitions/$entity')
  },
})
