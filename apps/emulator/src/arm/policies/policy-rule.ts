import { ownValue } from '../../kernel/own-value.ts'
import { isObject, type JsonObject } from '../core/parse-body.ts'
import { evaluateText, looselyEqual, text, UnknownRule, type RuleContext } from './rule-expression.ts'

type Operator = (actual: unknown, wanted: unknown) => boolean

/** Conditions of policy rules. Source: https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule */
const operators: Record<string, Operator> = {
  equals: looselyEqual,
  notequals: (actual, wanted) => !looselyEqual(actual, wanted),
  like: isLike,
  notlike: (actual, wanted) => !isLike(actual, wanted),
  contains,
  notcontains: (actual, wanted) => !contains(actual, wanted),
  in: isIn,
  notin: (actual, wanted) => !isIn(actual, wanted),
  exists: (actual, wanted) =>
    (actual !== undefined && actual !== null) === (text(wanted).toLowerCase() === 'true'),
  greater: (actual, wanted) => Number(actual) > Number(wanted),
  greaterorequals: (actual, wanted) => Number(actual) >= Number(wanted),
  less: (actual, wanted) => Number(actual) < Number(wanted),
  lessorequals: (actual, wanted) => Number(actual) <= Number(wanted),
}

/** Whether the `if` of a rule holds. Throws `UnknownRule` for what is not imitated. */
export function ruleHolds(condition: unknown, context: RuleContext): boolean {
  if (!isObject(condition)) throw new UnknownRule('a condition that is no object')
  const members = lowerCased(condition)
  if (Array.isArray(members.allof)) return members.allof.every((part) => ruleHolds(part, context))
  if (Array.isArray(members.anyof)) return members.anyof.some((part) => ruleHolds(part, context))
  if (members.not !== undefined) return !ruleHolds(members.not, context)
  const names = Object.keys(members).filter((name) => !['field', 'value', 'count'].includes(name))
  const [name = ''] = names
  const operator = ownValue(operators, name)
  if (names.length !== 1 || !operator) throw new UnknownRule(`the condition '${names.join(', ')}'`)
  return operator(subjectOf(members, context), evaluateText(members[name], context))
}

function subjectOf(members: JsonObject, context: RuleContext): unknown {
  if (members.field !== undefined) return context.field(text(evaluateText(members.field, context)))
  if (members.value !== undefined) return evaluateText(members.value, context)
  if (!isObject(members.count)) throw new UnknownRule('a condition on nothing')
  const { value, field, where } = lowerCased(members.count)
  if (where !== undefined) throw new UnknownRule("'count' with 'where'")
  const counted = field === undefined ? evaluateText(value, context) : context.field(text(field))
  return Array.isArray(counted) ? counted.length : 0
}

function lowerCased(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]))
}

/** One `*` at most, as Azure Policy allows. */
function isLike(actual: unknown, wanted: unknown): boolean {
  const [start = '', end] = text(wanted).toLowerCase().split('*')
  const value = text(actual).toLowerCase()
  if (end === undefined) return value === start
  return value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end)
}

function contains(actual: unknown, wanted: unknown): boolean {
  if (Array.isArray(actual)) return actual.some((item) => looselyEqual(item, wanted))
  return text(actual).toLowerCase().includes(text(wanted).toLowerCase())
}

function isIn(actual: unknown, wanted: unknown): boolean {
  return Array.isArray(wanted) && wanted.some((item) => looselyEqual(actual, item))
}
