import { ownValue } from '../../kernel/own-value.ts'
import type { World } from '../../kernel/world.ts'
import { builtInDefinitions } from '../policies/built-in-definitions.ts'
import { builtInSets } from '../policies/built-in-sets.ts'
import { allAssignments } from '../policies/find-policy.ts'
import { assignmentShape, definitionShape } from '../policies/policy-shapes.ts'
import { allRoles } from '../roles/find-role.ts'
import { roleAssignmentId, roleAssignmentShape } from '../roles/role-assignment-shape.ts'
import { roleDefinitionShape } from '../roles/role-definition-shape.ts'
import { groupShape } from '../groups/group-shape.ts'
import { covers, groupId } from '../core/resource-ids.ts'
import { subscriptionShape } from '../subscriptions/subscription-shape.ts'
import type { Row } from './evaluate-scalar.ts'
import { unknownTable } from './query-error.ts'
import { resourceRows } from './resource-rows.ts'
import { resourceColumns, rowOf, type View } from './row.ts'
import type { Table } from './run-query.ts'

type Rows = (world: World, view: View) => Row[]

/**
 * Tables by name. Federated identity credentials are in none of them.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources
 */
const tables: Record<string, Rows> = {
  resources: resourceRows,
  resourcecontainers: containerRows,
  authorizationresources: authorizationRows,
  policyresources: policyRows,
}

/** A table with the columns that all of them have. Throws `QueryError` for one that is not imitated. */
export function findTable(world: World, view: View): (name: string) => Table {
  return (name) => {
    const rowsOf = ownValue(tables, name)
    if (!rowsOf) throw unknownTable(name)
    return { columns: resourceColumns, rows: rowsOf(world, view) }
  }
}

function containerRows({ store }: World, view: View): Row[] {
  const mayReadGroup = view.mayRead('Microsoft.Resources/subscriptions/resourceGroups/read')
  const subscriptions = view.subscriptions.flatMap((id) => {
    const found = store.subscriptions.get(id)
    if (!found) return []
    const { subscriptionPolicies, state, managedByTenants } = subscriptionShape(found)
    const properties = { subscriptionPolicies, state, managedByTenants }
    const type = 'microsoft.resources/subscriptions'
    return [rowOf(view, { id: `/subscriptions/${id}`, name: found.displayName, type, tags: {}, properties })]
  })
  const groups = view.subscriptions
    .flatMap((id) => store.resourceGroups.by('subscription', id))
    .filter((group) => mayReadGroup(groupId(group.subscriptionId, group.name)))
    .map((group) => {
      const { name, location, tags, properties } = groupShape(group)
      const id = groupId(group.subscriptionId, group.name)
      const type = 'microsoft.resources/subscriptions/resourcegroups'
      return rowOf(view, { id, type, name, location, tags, properties })
    })
  return [...subscriptions, ...groups]
}

function authorizationRows(world: World, view: View): Row[] {
  const mayRead = view.mayRead('Microsoft.Authorization/roleAssignments/read')
  const above = view.withAbove ? view.subscriptions.map((id) => `/subscriptions/${id}`) : []
  const isInView = (scope: string) =>
    view.subscriptions.some((id) => `${scope.toLowerCase()}/`.startsWith(`/subscriptions/${id}/`))
  const isReadAbove = (scope: string) => above.some((below) => covers(scope, below) && mayRead(below))
  const assignments = world.store.roleAssignments
    .list()
    .filter(({ scope }) => (isInView(scope) && mayRead(scope)) || isReadAbove(scope))
    .map((assignment) => {
      const { name, properties } = roleAssignmentShape(assignment)
      const id = roleAssignmentId(assignment.scope, assignment.name)
      return rowOf(view, { id, name, type: 'microsoft.authorization/roleassignments', properties })
    })
  const definitions = allRoles(world).map((role) => {
    const { name, properties } = roleDefinitionShape(role, '/')
    const id = `/providers/Microsoft.Authorization/RoleDefinitions/${role.name}`
    return rowOf(view, { id, name, type: 'microsoft.authorization/roledefinitions', properties })
  })
  return [...assignments, ...definitions]
}

function policyRows(world: World, view: View): Row[] {
  const mayRead = view.mayRead('Microsoft.Authorization/policyAssignments/read')
  const assignments = allAssignments(world)
    .filter(({ id }) => mayRead(id) && view.subscriptions.includes(id.toLowerCase().split('/')[2] ?? ''))
    .map((assignment) => {
      const { name, properties } = assignmentShape(assignment)
      return rowOf(view, { id: assignment.id, name, type: assignment.type, properties })
    })
  const definitions = [...builtInDefinitions, ...builtInSets].map((definition) => {
    const { type, name, properties } = definitionShape(definition)
    return rowOf(view, { id: definition.id, name, type: String(type), properties })
  })
  return [...assignments, ...definitions]
}
