import { ownValue } from '../../kernel/own-value.ts'
import { parseExpressionText, type Expression } from './parse-rule-expression.ts'

/** What a rule looks at: fields of the resource and parameters of the assignment. */
export interface RuleContext {
  field: (name: string) => unknown
  parameter: (name: string) => unknown
}

/** A rule says something that this emulator has no meaning for. */
export class UnknownRule extends Error {}

type Arguments = (() => unknown)[]

/** Functions of template expressions that policy rules about credentials use; arguments are evaluated when needed. */
const functions: Record<string, (values: Arguments, context: RuleContext) => unknown> = {
  if: ([test, yes, no]) => (test?.() === true ? yes?.() : no?.()),
  field: ([name], { field }) => field(text(name?.())),
  parameters: ([name], { parameter }) => parameter(text(name?.())),
  length: ([value]) => lengthOf(value?.()),
  split: ([value, separator]) => text(value?.()).split(text(separator?.())),
  equals: ([one, other]) => looselyEqual(one?.(), other?.()),
  not: ([value]) => value?.() !== true,
  and: (values) => values.every((value) => value() === true),
  or: (values) => values.some((value) => value() === true),
  greaterorequals: ([one, other]) => Number(one?.()) >= Number(other?.()),
  greater: ([one, other]) => Number(one?.()) > Number(other?.()),
  lessorequals: ([one, other]) => Number(one?.()) <= Number(other?.()),
  less: ([one, other]) => Number(one?.()) < Number(other?.()),
  concat: (values) => values.map((value) => text(value())).join(''),
  tolower: ([value]) => text(value?.()).toLowerCase(),
  toupper: ([value]) => text(value?.()).toUpperCase(),
  empty: ([value]) => lengthOf(value?.()) === 0,
  first: ([value]) => elementsOf(value?.())[0],
  last: ([value]) => elementsOf(value?.()).at(-1),
  contains: ([value, wanted]) => {
    const looked = wanted?.()
    return elementsOf(value?.()).some((item) => looselyEqual(item, looked))
  },
}

/** The value of a string of a rule: `[...]` is an expression, anything else itself. Throws `UnknownRule`. */
export function evaluateText(given: unknown, context: RuleContext): unknown {
  if (typeof given !== 'string' || !given.startsWith('[') || !given.endsWith(']')) return given
  if (given.startsWith('[[')) return given.slice(1)
  const parsed = parseExpressionText(given.slice(1, -1))
  if (!parsed) throw new UnknownRule(`the expression '${given}'`)
  return evaluate(parsed, context)
}

function evaluate(expression: Expression, context: RuleContext): unknown {
  if (expression.kind === 'literal') return expression.value
  if (expression.kind === 'index') {
    const list = evaluate(expression.of, context)
    const at = evaluate(expression.at, context)
    return Array.isArray(list) && typeof at === 'number' ? (list[at] as unknown) : undefined
  }
  const run = ownValue(functions, expression.name.toLowerCase())
  if (!run) throw new UnknownRule(`the function '${expression.name}'`)
  return run(
    expression.arguments.map((argument) => () => evaluate(argument, context)),
    context,
  )
}

/** Azure Policy compares strings without regard to case. */
export function looselyEqual(one: unknown, other: unknown): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase()
  return one === other
}

export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0
}

function elementsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : Array.from(text(value))
}
