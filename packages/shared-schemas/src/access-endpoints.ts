import { endpoint } from './endpoint.ts'
import { PrincipalPath, RoleAssignmentList, RoleTemplateList } from './role-assignment.ts'

/** The addresses about what identities and applications may do; a part of `endpoints`. */
export const accessEndpoints = {
  listRoleAssignments: endpoint({
    operationId: 'listRoleAssignments',
    summary: 'Roles of a managed identity or service principal in the subscriptions that the person may read',
    method: 'GET',
    path: '/api/principals/:principalId/role-assignments',
    access: 'signed-in',
    params: PrincipalPath,
    status: 200,
    reply: RoleAssignmentList,
    errors: [],
  }),
  listRoleTemplates: endpoint({
    operationId: 'listRoleTemplates',
    summary: 'The least built-in role for common tasks of a workload',
    method: 'GET',
    path: '/api/role-templates',
    access: 'signed-in',
    status: 200,
    reply: RoleTemplateList,
    errors: [],
  }),
} as const
