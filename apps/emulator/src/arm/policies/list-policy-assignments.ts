import { queryValue } from '../core/api-versions.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { pageOf } from '../core/paging.ts'
import { refuse } from '../core/refusal.ts'
import { covers, keyOf, sameScope } from '../core/resource-ids.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { demand } from '../roles/authorise.ts'
import { allAssignments, scopeOfAssignment } from './find-policy.ts'
import { assignmentShape } from './policy-shapes.ts'
import { assignmentType } from './policy-types.ts'
import { text } from './rule-expression.ts'

type Fits = (assigned: string, definitionId: string) => boolean

export const listPolicyAssignments = armOperation({
  id: 'arm/list-policy-assignments',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/policyAssignments',
  armType: armTypes.policyAssignments,
  summary:
    'Policy assignments at, above and below a scope; filters atScope, atExactScope and policyDefinitionId',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-assignments/list',
  handle: (call) => {
    const scope = scopeInPath(call)
    const { world, caller, request } = call
    demand(world, caller, `${assignmentType}/read`, scope)
    const fits = readFilter(queryValue(request.query, '$filter'), scope)
    const found = allAssignments(world).filter((assignment) =>
      fits(scopeOfAssignment(assignment), text(assignment.properties.policyDefinitionId)),
    )
    return { status: 200, body: pageOf(request, found, ({ id }) => keyOf(id), assignmentShape) }
  },
})

function readFilter(filter: string | undefined, scope: string): Fits {
  const isAbove = (assigned: string) => covers(assigned, scope)
  if (filter === undefined || filter === '') {
    return (assigned) => isAbove(assigned) || covers(scope, assigned)
  }
  if (/^atScope\(\)$/i.test(filter)) return isAbove
  if (/^atExactScope\(\)$/i.test(filter)) return (assigned) => sameScope(assigned, scope)
  const wanted = /^policyDefinitionId\s+eq\s+'([^']+)'$/i.exec(filter)?.[1]
  if (wanted === undefined) throw refuse(faults.invalidQuery('$filter', filter))
  return (assigned, definitionId) =>
    (isAbove(assigned) || covers(scope, assigned)) && keyOf(definitionId) === keyOf(wanted)
}
