import { expressionErrors } from '../expression-error.ts'
import type { EvaluationContext } from '../evaluation-context.ts'
import { toText, type Json, type JsonObject } from '../json.ts'
import { anyNumber, takes, type FunctionDefinition } from './definition.ts'

/**
 * What a template knows of where it goes, and what it says of itself.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope
 */
export const scopeFunctions: Record<string, FunctionDefinition> = {
  parameters: takes(1, (args, context) => context.parameter(args.text(0))),
  variables: takes(1, (args, context) => context.variable(args.text(0))),
  subscription: takes(0, (_, { place }) => place.facts.subscription),
  resourcegroup: takes(0, (_, { place }) => present(place.facts.resourceGroup, 'resourceGroup')),
  tenant: takes(0, (_, { place }) => place.facts.tenant),
  deployment: takes(0, (_, { place }) => place.facts.deployment),
  deployer: takes(0, (_, { place }) => place.facts.deployer),
  environment: takes(0, (_, { place }) => place.facts.environment),
  reference: takes(
    1,
    (args, context) =>
      context.reference(
        args.text(0),
        args.count > 1 && args.at(1) !== null ? args.text(1) : undefined,
        args.count > 2 && args.text(2).toLowerCase() === 'full',
      ),
    3,
  ),
  references: takes(
    1,
    (args, context) =>
      context.references(args.text(0), args.count > 1 && args.text(1).toLowerCase() === 'full'),
    2,
  ),
  copyindex: takes(0, (args, context) => copyIndex([...args.values], context), 2),
  lambdavariables: takes(1, (args, { lambdaVariables }) => {
    const value = lambdaVariables.get(args.text(0).toLowerCase())
    if (value === undefined) throw args.problem(`there is no lambda variable '${args.text(0)}'`)
    return value
  }),
  utcnow: takes(
    0,
    (args, { chance }) => {
      if (!chance) throw expressionErrors.notExpectedHere('utcNow')
      return formatTime(new Date(chance.now), args.count > 0 ? args.text(0) : "yyyyMMdd'T'HHmmss'Z'")
    },
    1,
  ),
  fail: takes(
    1,
    (args) => {
      throw expressionErrors.argumentValue('fail', args.text(0))
    },
    anyNumber,
  ),
}

function present(facts: JsonObject | undefined, name: string): JsonObject {
  if (!facts) throw expressionErrors.notExpectedHere(name)
  return facts
}

/** `copyIndex()`, `copyIndex(offset)`, `copyIndex(loop)` and `copyIndex(loop, offset)`. */
function copyIndex(values: Json[], { copyIndexes }: EvaluationContext): number {
  const loop = typeof values[0] === 'string' ? toText(values.shift()).toLowerCase() : ''
  const index = copyIndexes.get(loop)
  if (index === undefined) throw expressionErrors.notExpectedHere('copyIndex')
  return index + (typeof values[0] === 'number' ? values[0] : 0)
}

/** The parts of .NET's custom time formats that templates use; `d` and `u` of its standard ones. */
function formatTime(time: Date, format: string): string {
  if (format === 'd') return formatTime(time, 'MM/dd/yyyy')
  if (format === 'u') return formatTime(time, "yyyy-MM-dd HH:mm:ss'Z'")
  const iso = time.toISOString()
  const parts: Record<string, string> = {
    yyyy: iso.slice(0, 4),
    MM: iso.slice(5, 7),
    dd: iso.slice(8, 10),
    HH: iso.slice(11, 13),
    mm: iso.slice(14, 16),
    ss: iso.slice(17, 19),
    fff: iso.slice(20, 23),
  }
  return format.replaceAll(
    /'([^']*)'|yyyy|MM|dd|HH|mm|ss|fff|[A-Za-z]/g,
    (found: string, quoted?: string) => {
      if (quoted !== undefined) return quoted
      return parts[found] ?? found
    },
  )
}
