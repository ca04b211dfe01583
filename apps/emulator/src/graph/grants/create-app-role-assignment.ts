import { z } from 'zod'
import type { AppRoleAssignment } from '../../kernel/entities/directory.ts'
import { audit } from '../core/audit.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { isObject, readObject } from '../core/read-object.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { demandAdministrator } from '../core/rights.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { principalToRead } from '../service-principals/find-principal.ts'
import { principalShape } from '../service-principals/principal-shape.ts'
import { findPrincipal, objectIdOf } from '../service-principals/principals.ts'
import { assignmentFaults } from './assignment-faults.ts'
import { assignmentType } from './assignment-type.ts'

const schema = z.strictObject({
  id: z.string().nullish(),
  principalId: z.string(),
  resourceId: z.string(),
  appRoleId: z.string(),
})

/** Role that stands for "assigned, without a role". */
const defaultRole = '00000000-0000-0000-0000-000000000000'

export const createAppRoleAssignment = (['appRoleAssignments', 'appRoleAssignedTo'] as const).flatMap(
  (name) =>
    graphOperation({
      id: 'graph/create-app-role-assignment',
      method: 'POST',
      path: `/servicePrincipals[principal]/${name}`,
      summary: 'Grant an application permission',
      source: 'https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignments',
      permissions: permissions.writeAppRoles,
      handle: (call) => {
        const { world } = call
        demandAdministrator(call, permissions.writeAppRoles)
        const id = objectIdOf(principalToRead(call))
        const body = parseFields(schema, readObject(call), 'AppRoleAssignment')
        const own = name === 'appRoleAssignments' ? body.principalId : body.resourceId
        if (own !== id) throw refuse(assignmentFaults.otherPrincipal())
        const assignment = newAssignment(call, body)
        world.transaction(() => {
          aboutToWrite(world, 'appRoleAssignments', assignment.id)
          world.store.appRoleAssignments.put(assignment.id, assignment)
          audit(call, {
            activity: 'Add app role assignment to service principal',
            operationType: 'Assign',
            target: { id: assignment.principalId, type: 'ServicePrincipal', displayName: null },
          })
        })
        const item = assignmentType.item(assignment, call)
        return entityAnswer(call, item, 'appRoleAssignments/$entity', { status: 201 })
      },
    }),
)

function newAssignment(
  call: GraphCall,
  { principalId, resourceId, appRoleId }: z.infer<typeof schema>,
): AppRoleAssignment {
  const { store, newGuid, clock } = call.world
  const resource = findPrincipal(call.world, resourceId)
  if (!resource) throw refuse(faults.notFound(resourceId))
  const { appRoles } = principalShape(resource, call)
  const known =
    Array.isArray(appRoles) && appRoles.some((role: unknown) => isObject(role) && role.id === appRoleId)
  if (!known && appRoleId !== defaultRole) throw refuse(assignmentFaults.unknownRole())
  const principalType = principalTypeOf(call, principalId)
  const taken = store.appRoleAssignments
    .by('principal', principalId)
    .some((other) => other.resourceId === resourceId && other.appRoleId === appRoleId)
  if (taken) throw refuse(assignmentFaults.alreadyAssigned())
  return { id: newGuid(), appRoleId, principalId, principalType, resourceId, createdAt: clock.now() }
}

function principalTypeOf({ world }: GraphCall, id: string): AppRoleAssignment['principalType'] {
  if (world.store.users.get(id)) return 'User'
  if (world.store.groups.get(id)) return 'Group'
  if (findPrincipal(world, id)) return 'ServicePrincipal'
  throw refuse(faults.notFound(id))
}
