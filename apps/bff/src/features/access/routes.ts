import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import type { AccessDeps } from './access-deps.ts'
import { createRoleAssignment } from './create-role-assignment.ts'
import { deleteRoleAssignment } from './delete-role-assignment.ts'
import { listRoleAssignments } from './list-role-assignments.ts'
import { readRoleAccess } from './read-role-access.ts'
import { roleTemplates } from './role-templates.ts'

export function registerAccessRoutes(app: FastifyInstance, deps: AccessDeps): void {
  registerEndpoint(app, endpoints.listRoleAssignments, ({ caller, params }) =>
    listRoleAssignments(deps, caller, params.principalId),
  )
  registerEndpoint(app, endpoints.createRoleAssignment, ({ caller, params, body }) =>
    createRoleAssignment(deps, caller, params.principalId, body),
  )
  registerEndpoint(app, endpoints.deleteRoleAssignment, ({ caller, params, query }) =>
    deleteRoleAssignment(deps, caller, params.principalId, query.assignmentId),
  )
  registerEndpoint(app, endpoints.readRoleAccess, ({ caller, query }) =>
    readRoleAccess(deps, caller, query.scope),
  )
  registerEndpoint(app, endpoints.listRoleTemplates, () => roleTemplates)
}
