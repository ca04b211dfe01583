import type { EvaluationContext } from '../evaluation-context.ts'
import { expressionErrors, FunctionNotEmulated } from '../expression-error.ts'
import type { Json } from '../json.ts'
import type { CallSyntax } from '../syntax.ts'
import { collectionFunctions } from './collection-functions.ts'
import { Args, type FunctionDefinition } from './definition.ts'
import { callLambdaFunction, type Evaluate } from './lambda-functions.ts'
import { logicFunctions } from './logic-functions.ts'
import { objectFunctions } from './object-functions.ts'
import { resourceIdFunctions } from './resource-id-functions.ts'
import { demandResultSize } from './result-limits.ts'
import { scopeFunctions } from './scope-functions.ts'
import { stringFunctions } from './string-functions.ts'

const definitions = new Map<string, FunctionDefinition>(
  Object.entries({
    ...collectionFunctions,
    ...logicFunctions,
    ...objectFunctions,
    ...resourceIdFunctions,
    ...scopeFunctions,
    ...stringFunctions,
  }),
)

/** Functions of the resource manager that are told apart from unknown ones. */
const notEmulated = new Set([
  'cidrhost',
  'cidrsubnet',
  'datetimeadd',
  'datetimefromepoch',
  'datetimetoepoch',
  'externalinput',
  'getsecret',
  'managementgroup',
  'managementgroupresourceid',
  'parsecidr',
  'parseuri',
  'pickzones',
  'providers',
  'tologicalzone',
  'tologicalzones',
  'tophysicalzone',
  'tophysicalzones',
  'trygetbyindex',
  'tryindexfromend',
])

/** Calls one of the language's functions. Throws ExpressionError, FunctionNotEmulated or ReferenceNeeded. */
export function callFunction(call: CallSyntax, context: EvaluationContext, evaluate: Evaluate): Json {
  const lambda = callLambdaFunction(call, context, evaluate)
  if (lambda !== undefined) return lambda
  const name = call.name.toLowerCase()
  const definition = definitions.get(name)
  if (!definition) {
    if (notEmulated.has(name) || name.startsWith('list')) throw new FunctionNotEmulated(call.name)
    throw expressionErrors.unknownFunction(call.name)
  }
  const { least, most, run } = definition
  if (call.args.length < least || call.args.length > most) {
    const wanted = least === most ? String(least) : `at least '${least}'`
    throw expressionErrors.argumentCount(call.name, wanted, call.args.length)
  }
  const values = call.args.map((argument) => evaluate(argument, context))
  try {
    return demandResultSize(call.name, run(new Args(call.name, values), context))
  } catch (error) {
    if (error instanceof URIError) throw expressionErrors.argumentValue(call.name, 'the text is malformed')
    throw error
  }
}
