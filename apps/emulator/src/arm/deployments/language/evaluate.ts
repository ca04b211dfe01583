import type { EvaluationContext, UserFunction } from './evaluation-context.ts'
import { expressionErrors, ReferenceNeeded } from './expression-error.ts'
import { callFunction } from './functions/call-function.ts'
import { countIterations } from './functions/result-limits.ts'
import { isObject, memberName, type Json, toText, typeName } from './json.ts'
import { isExpression, parseExpression, unescapeLiteral } from './parse-expression.ts'
import type { CallSyntax, Syntax } from './syntax.ts'

/**
 * Value of a string of a template: of the expression in it, or the string itself. An expression that refers to a
 * resource known to be absent stays as it is written.
 */
export function evaluateText(text: string, context: EvaluationContext): Json {
  if (!isExpression(text)) return unescapeLiteral(text)
  try {
    return evaluateSyntax(parseExpression(text), context)
  } catch (error) {
    if (error instanceof ReferenceNeeded && error.isAbsent) return text
    throw error
  }
}

export function evaluateSyntax(syntax: Syntax, context: EvaluationContext): Json {
  if (syntax.kind === 'literal') return syntax.value
  if (syntax.kind === 'call') return evaluateCall(syntax, context)
  return select(evaluateSyntax(syntax.target, context), evaluateSyntax(syntax.index, context))
}

function evaluateCall(call: CallSyntax, context: EvaluationContext): Json {
  const name = call.name.toLowerCase()
  if (name === 'if') return evaluateIf(call, context)
  const own = context.userFunctions.get(name)
  if (own) return callUserFunction(own, call, context)
  return callFunction(call, context, evaluateSyntax)
}

/** Only the branch taken is evaluated. Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical#if */
function evaluateIf({ args }: CallSyntax, context: EvaluationContext): Json {
  const [condition, whenTrue, whenFalse] = args
  if (!condition || !whenTrue || !whenFalse || args.length > 3) {
    throw expressionErrors.argumentCount('if', '3', args.length)
  }
  const holds = evaluateSyntax(condition, context)
  if (typeof holds !== 'boolean') throw expressionErrors.argumentType('if', 'Boolean', typeName(holds))
  return evaluateSyntax(holds ? whenTrue : whenFalse, context)
}

function callUserFunction(own: UserFunction, call: CallSyntax, context: EvaluationContext): Json {
  if (call.args.length !== own.parameterNames.length) {
    throw expressionErrors.argumentCount(call.name, String(own.parameterNames.length), call.args.length)
  }
  const given = new Map(
    own.parameterNames.map((name, index) => {
      const argument = call.args[index]
      return [name.toLowerCase(), argument ? evaluateSyntax(argument, context) : null]
    }),
  )
  const inner: EvaluationContext = {
    ...context,
    // A function cannot call itself.
    userFunctions: new Map([...context.userFunctions].filter(([, other]) => other !== own)),
    parameter: (name) => {
      const value = given.get(name.toLowerCase())
      if (value === undefined) throw expressionErrors.noParameter(name)
      return value
    },
    variable: () => {
      throw expressionErrors.notExpectedHere('variables')
    },
    reference: () => {
      throw expressionErrors.notExpectedHere('reference')
    },
  }
  return evaluateDeep(own.output, inner)
}

/** `target.name` and `target[index]`, in the resource manager's words when there is no such thing. */
function select(target: Json, index: Json): Json {
  if (Array.isArray(target)) {
    if (typeof index !== 'number') throw expressionErrors.notSelectable(toText(index))
    const item = target[index]
    if (item === undefined) throw expressionErrors.noIndex(String(index))
    return item
  }
  if (!isObject(target) || typeof index !== 'string') throw expressionErrors.notSelectable(toText(index))
  const name = memberName(target, index)
  if (name === undefined) throw expressionErrors.noProperty(index, Object.keys(target))
  return target[name] ?? null
}

/** Evaluates every string of a value, names of members included, and unfolds property loops (`copy`). */
export function evaluateDeep(value: Json, context: EvaluationContext): Json {
  if (typeof value === 'string') return evaluateText(value, context)
  if (Array.isArray(value)) return value.map((item) => evaluateDeep(item, context))
  if (!isObject(value)) return value
  const members = Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
    const loops = name.toLowerCase() === 'copy' ? propertyLoops(inner) : undefined
    if (loops) return loops.map((loop) => unfold(loop, context))
    return [[toText(evaluateText(name, context)), evaluateDeep(inner, context)]]
  })
  return Object.fromEntries(members)
}

interface PropertyLoop {
  name: string
  count: Json
  input: Json
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/copy-properties */
function propertyLoops(value: Json): PropertyLoop[] | undefined {
  if (!Array.isArray(value)) return undefined
  const loops = value.flatMap((item) =>
    isObject(item) && typeof item.name === 'string' && item.count !== undefined && item.input !== undefined
      ? [{ name: item.name, count: item.count, input: item.input }]
      : [],
  )
  return loops.length === value.length ? loops : undefined
}

function unfold({ name, count, input }: PropertyLoop, context: EvaluationContext): [string, Json] {
  return [name, repeat(name, evaluateDeep(count, context), context, (inner) => evaluateDeep(input, inner))]
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/copy-resources#copy-limits */
const mostCopies = 800

/** Runs a copy loop: once for each index, which `copyIndex()` and `copyIndex(name)` give. */
export function repeat<T>(
  name: string,
  count: Json,
  context: EvaluationContext,
  work: (context: EvaluationContext) => T,
): T[] {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > mostCopies) {
    throw expressionErrors.argumentValue('copy', `the count has to be an integer from 0 to ${mostCopies}`)
  }
  const iterations = countIterations('copy', context.iterations, count)
  return Array.from({ length: count }, (_, index) => {
    const copyIndexes = new Map([...context.copyIndexes, ['', index], [name.toLowerCase(), index]])
    return work({ ...context, copyIndexes, iterations })
  })
}
