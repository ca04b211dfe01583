import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { principalToRead } from './find-principal.ts'
import { principalType } from './principal-type.ts'

export const getPrincipal = graphOperation({
  id: 'graph/get-principal',
  method: 'GET',
  path: '/servicePrincipals[principal]',
  summary: 'One service principal, by object id or application id',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-get',
  permissions: permissions.readApplications,
  handle: (call) =>
    entityAnswer(call, principalType.item(principalToRead(call), call), 'servicePrincipals/$entity'),
})
