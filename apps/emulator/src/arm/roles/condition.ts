import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import { allows } from './action-match.ts'
import { parseCondition, type ConditionNode } from './condition-parse.ts'

/** What a condition may look at of the role assignment that is written or deleted. */
export interface ConditionAttributes {
  roledefinitionid: string
  principalid: string
  principaltype: string
}

interface Context {
  action: string
  request?: ConditionAttributes
  resource?: ConditionAttributes
}

type Conditional = Pick<RoleAssignment, 'condition'>

/** Forgotten with the assignment, which every write replaces. */
const parsed = new WeakMap<Conditional, ConditionNode | undefined>()

/**
 * Whether the condition of a role assignment gives the action. One that is not understood restricts nothing: those are
 * about data, which the emulator does not keep.
 */
export function conditionHolds(assignment: Conditional, context: Context): boolean {
  const node = nodeOf(assignment)
  return !node || !usesKnownWords(node) || holds(node, context)
}

function nodeOf(assignment: Conditional): ConditionNode | undefined {
  if (assignment.condition === null) return undefined
  if (!parsed.has(assignment)) parsed.set(assignment, parseCondition(assignment.condition))
  return parsed.get(assignment)
}

const known: Record<keyof ConditionAttributes, true> = {
  roledefinitionid: true,
  principalid: true,
  principaltype: true,
}

const equal = ['guidequals', 'stringequals', 'stringequalsignorecase']
const different = ['guidnotequals', 'stringnotequals', 'stringnotequalsignorecase']

function usesKnownWords(node: ConditionNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.every(usesKnownWords)
  if (node.kind === 'not') return usesKnownWords(node.part)
  if (node.kind === 'action') return true
  const { comparison } = splitOperator(node.operator)
  return Object.hasOwn(known, node.attribute) && [...equal, ...different].includes(comparison)
}

function holds(node: ConditionNode, context: Context): boolean {
  if (node.kind === 'and') return node.parts.every((part) => holds(part, context))
  if (node.kind === 'or') return node.parts.some((part) => holds(part, context))
  if (node.kind === 'not') return !holds(node.part, context)
  if (node.kind === 'action') return allows({ actions: [node.pattern], notActions: [] }, context.action)
  const attributes = context[node.source]
  // `usesKnownWords` let through nothing but these names.
  const value = attributes?.[node.attribute as keyof ConditionAttributes]
  if (value === undefined) return false
  const { comparison, quantifier } = splitOperator(node.operator)
  const matches = (other: string) =>
    comparison === 'stringequals' || comparison === 'stringnotequals'
      ? value === other
      : value.toLowerCase() === other.toLowerCase()
  const hit = (other: string) => matches(other) === equal.includes(comparison)
  return quantifier.endsWith('allvalues') ? node.values.every(hit) : node.values.some(hit)
}

/** `ForAnyOfAnyValues:GuidEquals` is a quantifier and a comparison; the attribute has one value. */
function splitOperator(operator: string): { quantifier: string; comparison: string } {
  const [first = '', second] = operator.split(':')
  return second === undefined
    ? { quantifier: '', comparison: first }
    : { quantifier: first, comparison: second }
}
