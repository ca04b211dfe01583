import { endpoint } from './endpoint.ts'
import {
  NewRoleAssignment,
  PrincipalPath,
  RoleAssignment,
  RoleAssignmentKey,
  RoleAssignmentList,
  RoleTemplateList,
} from './role-assignment.ts'

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
  createRoleAssignment: endpoint({
    operationId: 'createRoleAssignment',
    summary: 'Give a managed identity or service principal a role at a subscription or below it',
    method: 'POST',
    path: '/api/principals/:principalId/role-assignments',
    access: 'signed-in',
    params: PrincipalPath,
    body: NewRoleAssignment,
    status: 201,
    reply: RoleAssignment,
    errors: ['FORBIDDEN', 'POLICY_REFUSED', 'RESOURCE_LOCKED', 'NOT_FOUND'],
  }),
  deleteRoleAssignment: endpoint({
    operationId: 'deleteRoleAssignment',
    summary: 'Take a role away from a managed identity or service principal',
    method: 'DELETE',
    path: '/api/principals/:principalId/role-assignments',
    access: 'signed-in',
    params: PrincipalPath,
    query: RoleAssignmentKey,
    status: 200,
    reply: RoleAssignment,
    errors: ['FORBIDDEN', 'RESOURCE_LOCKED', 'NOT_FOUND'],
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
