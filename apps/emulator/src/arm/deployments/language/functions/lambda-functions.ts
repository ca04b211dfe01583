import type { EvaluationContext } from '../evaluation-context.ts'
import { expressionErrors } from '../expression-error.ts'
import { isObject, typeName, type Json, toText } from '../json.ts'
import type { CallSyntax, Syntax } from '../syntax.ts'
import { countIterations } from './result-limits.ts'

export type Evaluate = (syntax: Syntax, context: EvaluationContext) => Json

/** Calls a lambda with values for its variables. */
type Lambda = (...values: Json[]) => Json

interface LambdaFunction {
  /** Which arguments are lambdas. */
  lambdas: readonly number[]
  least: number
  run: (source: Json, lambdas: readonly Lambda[], rest: readonly Json[]) => Json
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-lambda */
const lambdaFunctions: Record<string, LambdaFunction> = {
  map: {
    lambdas: [1],
    least: 2,
    run: (source, [work]) => list(source).map((item, at) => call(work, item, at)),
  },
  filter: {
    lambdas: [1],
    least: 2,
    run: (source, [work]) => list(source).filter((item, at) => call(work, item, at) === true),
  },
  reduce: {
    lambdas: [2],
    least: 3,
    run: (source, [work], [start = null]) =>
      list(source).reduce((before, item, at) => call(work, before, item, at), start),
  },
  sort: {
    lambdas: [1],
    least: 2,
    run: (source, [work]) =>
      list(source).toSorted((one, other) =>
        call(work, one, other) === true ? -1 : call(work, other, one) === true ? 1 : 0,
      ),
  },
  toobject: {
    lambdas: [1, 2],
    least: 2,
    run: (source, [key, value]) =>
      Object.fromEntries(
        list(source).map((item) => [toText(call(key, item)), value ? call(value, item) : item]),
      ),
  },
  mapvalues: {
    lambdas: [1],
    least: 2,
    run: (source, [work]) =>
      Object.fromEntries(
        Object.entries(isObject(source) ? source : {}).map(([name, value]) => [name, call(work, value)]),
      ),
  },
  groupby: {
    lambdas: [1],
    least: 2,
    run: (source, [key]) => {
      const groups = Map.groupBy(list(source), (item) => toText(call(key, item)))
      return Object.fromEntries(groups)
    },
  },
}

/** The value of a function that takes lambdas; undefined for any other function. */
export function callLambdaFunction(
  { name, args }: CallSyntax,
  context: EvaluationContext,
  evaluate: Evaluate,
): Json | undefined {
  const known = Object.hasOwn(lambdaFunctions, name.toLowerCase())
  const found = known ? lambdaFunctions[name.toLowerCase()] : undefined
  if (!found) return undefined
  const [source, ...others] = args
  if (!source || args.length < found.least || args.length > Math.max(found.least, ...found.lambdas) + 1) {
    throw expressionErrors.argumentCount(name, String(found.least), args.length)
  }
  const value = evaluate(source, context)
  const count = Array.isArray(value) ? value.length : 1
  const inner = { ...context, iterations: countIterations(name, context.iterations, count) }
  const isLambda = (index: number) => found.lambdas.includes(index + 1)
  const lambdas = others.filter((_, index) => isLambda(index)).map((it) => toLambda(it, inner, evaluate))
  const rest = others.filter((_, index) => !isLambda(index)).map((it) => evaluate(it, context))
  return found.run(value, lambdas, rest)
}

/** `lambda('x', 'i', body)`, where the body finds its values by `lambdaVariables('x')`. */
function toLambda(syntax: Syntax, context: EvaluationContext, evaluate: Evaluate): Lambda {
  const parts = syntax.kind === 'call' && syntax.name.toLowerCase() === 'lambda' ? syntax.args : []
  const body = parts.at(-1)
  if (!body) throw expressionErrors.argumentType('lambda', 'Lambda', 'Expression')
  const names = parts.slice(0, -1).map((part) => toText(evaluate(part, context)).toLowerCase())
  return (...values) => {
    const given = names.map((name, index): [string, Json] => [name, values[index] ?? null])
    return evaluate(body, { ...context, lambdaVariables: new Map([...context.lambdaVariables, ...given]) })
  }
}

function call(work: Lambda | undefined, ...values: Json[]): Json {
  return work ? work(...values) : null
}

function list(source: Json): Json[] {
  if (!Array.isArray(source)) throw expressionErrors.argumentType('map', 'Array', typeName(source))
  return source
}
