import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { principalToRead } from '../service-principals/find-principal.ts'
import { principalType } from '../service-principals/principal-type.ts'
import { objectIdOf } from '../service-principals/principals.ts'
import { assignmentType } from './assignment-type.ts'

/** `appRoleAssignments`: what the principal was granted; `appRoleAssignedTo`: who was granted a role of this resource. */
export const listAppRoleAssignments = (['appRoleAssignments', 'appRoleAssignedTo'] as const).flatMap((name) =>
  graphOperation({
    id: 'graph/list-app-role-assignments',
    method: 'GET',
    path: `/servicePrincipals[principal]/${name}`,
    summary:
      name === 'appRoleAssignments'
        ? 'Application permissions that a service principal was granted'
        : 'Who was granted an application permission of this resource',
    source: 'https://learn.microsoft.com/graph/api/serviceprincipal-list-approleassignments',
    permissions: permissions.readApplications,
    handle: (call) => {
      const principal = principalToRead(call)
      return collectionAnswer(call, {
        type: assignmentType.info,
        context: `servicePrincipals('${objectIdOf(principal)}')/${name}`,
        items: principalType.item(principal, call).navigate(name),
      })
    },
  }),
)
