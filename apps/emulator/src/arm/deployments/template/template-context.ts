import { evaluateDeep, repeat } from '../language/evaluate.ts'
import type { DeploymentPlace, EvaluationContext, UserFunction } from '../language/evaluation-context.ts'
import { expressionErrors } from '../language/expression-error.ts'
import { isObject, member, memberName, type Json, type JsonObject, toText } from '../language/json.ts'
import { readParameters, type ParameterValue } from './parameters.ts'
import type { Template } from './read-template.ts'
import { framed } from './template-refusal.ts'

/** What the expressions of one template see: its parameters, its variables, and no resources yet. */
export interface TemplateContext {
  context: EvaluationContext
  parameters: ReadonlyMap<string, ParameterValue>
}

/** Reads the parameters and checks the variables. Throws InvalidTemplate. */
export function createTemplateContext(
  template: Template,
  given: JsonObject,
  place: DeploymentPlace,
  chance: NonNullable<EvaluationContext['chance']>,
): TemplateContext {
  const bare: EvaluationContext = {
    parameter: (name) => {
      throw expressionErrors.noParameter(name)
    },
    variable: () => {
      throw expressionErrors.notExpectedHere('variables')
    },
    reference: () => {
      throw expressionErrors.notExpectedHere('reference')
    },
    references: () => {
      throw expressionErrors.notExpectedHere('references')
    },
    place,
    userFunctions: userFunctionsOf(template),
    copyIndexes: new Map(),
    lambdaVariables: new Map(),
    iterations: 1,
    chance: undefined,
  }
  const parameters = framed('template parameters', undefined, () =>
    readParameters(template, given, { ...bare, chance }),
  )
  const withParameters: EvaluationContext = {
    ...bare,
    parameter: (name) => {
      const found = parameters.get(name.toLowerCase())
      if (!found) throw expressionErrors.noParameter(name)
      return found.value
    },
  }
  const context = { ...withParameters, variable: variablesOf(template, withParameters) }
  for (const name of variableNames(template)) {
    framed(`template variable '${name}'`, undefined, () => context.variable(name))
  }
  return { context, parameters }
}

/** Each variable is evaluated once, when it is asked for. */
function variablesOf(template: Template, context: EvaluationContext): (name: string) => Json {
  const values = new Map<string, Json>()
  const open = new Set<string>()
  const variable = (asked: string): Json => {
    const key = asked.toLowerCase()
    const known = values.get(key)
    if (known !== undefined) return known
    if (open.has(key)) throw expressionErrors.cycle('variable', asked)
    open.add(key)
    const value = evaluateVariable(template, asked, { ...context, variable })
    open.delete(key)
    values.set(key, value)
    return value
  }
  return variable
}

function evaluateVariable({ variables }: Template, asked: string, context: EvaluationContext): Json {
  const loop = loopsIn(variables).find(({ name }) => toText(name).toLowerCase() === asked.toLowerCase())
  if (loop) {
    const count = evaluateDeep(loop.count ?? null, context)
    return repeat(toText(loop.name), count, context, (inner) => evaluateDeep(loop.input ?? null, inner))
  }
  const name = memberName(variables, asked)
  if (name === undefined) throw expressionErrors.noVariable(asked)
  return evaluateDeep(variables[name] ?? null, context)
}

/** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/copy-variables */
function loopsIn(variables: JsonObject): JsonObject[] {
  const loops = member(variables, 'copy')
  return Array.isArray(loops) ? loops.filter(isObject) : []
}

function variableNames({ variables }: Template): string[] {
  const plain = Object.keys(variables).filter((name) => name.toLowerCase() !== 'copy')
  return [...plain, ...loopsIn(variables).map(({ name }) => toText(name))]
}

function userFunctionsOf({ functions }: Template): Map<string, UserFunction> {
  const entries = functions.filter(isObject).flatMap((group) => {
    const members = member(group, 'members')
    if (!isObject(members)) return []
    return Object.entries(members).flatMap(([name, definition]): [string, UserFunction][] => {
      if (!isObject(definition)) return []
      const key = `${toText(member(group, 'namespace'))}.${name}`.toLowerCase()
      const parameters = member(definition, 'parameters')
      const output = member(definition, 'output')
      const parameterNames = Array.isArray(parameters)
        ? parameters.filter(isObject).map((parameter) => toText(member(parameter, 'name')))
        : []
      return [[key, { parameterNames, output: (isObject(output) ? member(output, 'value') : null) ?? null }]]
    })
  })
  return new Map(entries)
}
