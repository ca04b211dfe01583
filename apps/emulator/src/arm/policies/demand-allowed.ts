import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { isObject } from '../core/parse-body.ts'
import { covers } from '../core/resource-ids.ts'
import { allAssignments, findDefinition, findSet, scopeOfAssignment } from './find-policy.ts'
import { ruleHolds } from './policy-rule.ts'
import type { PolicyDefinition, PolicyParameter, PolicySetDefinition } from './policy-types.ts'
import { policyViolation, type Violation } from './policy-violation.ts'
import { fieldOf, type JudgedResource } from './resource-fields.ts'
import { evaluateText, text } from './rule-expression.ts'

type Values = Record<string, unknown>

/** One definition as an assignment applies it. */
interface Applied {
  definition: PolicyDefinition
  values: Values
  set?: PolicySetDefinition
  referenceId?: string
}

/**
 * Throws RequestDisallowedByPolicy when an assignment at the resource's scope or above denies it. Audit says nothing at
 * the time of the write, and neither does an assignment that is not enforced.
 * Source: https://learn.microsoft.com/azure/governance/policy/concepts/effect-deny
 */
export function demandAllowedByPolicy(world: World, resource: JudgedResource): void {
  const assignments = allAssignments(world)
  if (assignments.length === 0) return
  const violations = assignments
    .filter((assignment) => applies(assignment, resource))
    .flatMap((assignment) => violationsOf(world, assignment, resource))
  if (violations.length > 0) throw policyViolation(resource.name, violations)
}

function applies(assignment: StoredResource, { id }: JudgedResource): boolean {
  const { enforcementMode, notScopes } = assignment.properties
  if (!covers(scopeOfAssignment(assignment), id) || text(enforcementMode) === 'DoNotEnforce') return false
  return !(Array.isArray(notScopes) && notScopes.some((scope) => covers(text(scope), id)))
}

function violationsOf(world: World, assignment: StoredResource, resource: JudgedResource): Violation[] {
  return appliedBy(world, assignment)
    .filter(({ definition, values }) => denies(definition, values, resource))
    .map(({ definition, set, referenceId }) => ({
      assignment,
      definition,
      ...(set ? { set } : {}),
      ...(referenceId === undefined ? {} : { referenceId }),
    }))
}

function appliedBy(world: World, { properties }: StoredResource): Applied[] {
  const id = text(properties.policyDefinitionId)
  const given = valuesGiven(properties.parameters)
  const definition = findDefinition(world, id)
  if (definition) return [{ definition, values: withDefaults(given, definition.properties.parameters) }]
  const set = findSet(world, id)
  if (!set) return []
  const outer = withDefaults(given, set.properties.parameters)
  const context = { field: () => undefined, parameter: (name: string) => valueNamed(outer, name) }
  return set.properties.policyDefinitions.flatMap((reference) => {
    const member = findDefinition(world, reference.policyDefinitionId)
    if (!member) return []
    const passed = Object.entries(reference.parameters).map(([name, { value }]) => [
      name,
      evaluateText(value, context),
    ])
    const values = withDefaults(Object.fromEntries(passed), member.properties.parameters)
    return [{ definition: member, values, set, referenceId: reference.policyDefinitionReferenceId }]
  })
}

function denies({ properties }: PolicyDefinition, values: Values, resource: JudgedResource): boolean {
  const context = {
    field: (name: string) => fieldOf(resource, name),
    parameter: (name: string) => valueNamed(values, name),
  }
  const { policyRule } = properties
  const effect = text(evaluateText(policyRule.then.effect, context)).toLowerCase()
  return effect === 'deny' && ruleHolds(policyRule.if, context)
}

/** Values of the parameters of an assignment, which wraps each in `{ value }`. */
export function valuesGiven(parameters: unknown): Values {
  if (!isObject(parameters)) return {}
  const entries = Object.entries(parameters).map(([name, wrapped]) => [
    name,
    isObject(wrapped) ? wrapped.value : undefined,
  ])
  return Object.fromEntries(entries)
}

function withDefaults(given: Values, parameters: Record<string, PolicyParameter>): Values {
  const defaults = Object.entries(parameters).map(([name, { defaultValue }]) => [name, defaultValue])
  const known = Object.keys(parameters)
  const spelled = Object.entries(given).map(([name, value]) => [
    known.find((other) => other.toLowerCase() === name.toLowerCase()) ?? name,
    value,
  ])
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(spelled) }
}

function valueNamed(values: Values, name: string): unknown {
  const found = Object.keys(values).find((key) => key.toLowerCase() === name.toLowerCase())
  return found === undefined ? undefined : values[found]
}
