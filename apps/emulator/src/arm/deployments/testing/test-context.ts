import type { EvaluationContext } from '../language/evaluation-context.ts'
import { expressionErrors } from '../language/expression-error.ts'
import type { Json } from '../language/json.ts'

/** What an expression sees in a small template deployed to `rg-1` of `s-1`. */
export function testContext(): EvaluationContext {
  const parameters: Record<string, Json> = { place: { cities: ['Bruges', 'Ghent'] } }
  const find = (name: string) => {
    const value = parameters[name.toLowerCase()]
    if (value === undefined) throw expressionErrors.noParameter(name)
    return value
  }
  const absent = () => {
    throw expressionErrors.notExpectedHere('reference')
  }
  return {
    parameter: find,
    variable: () => 'hello',
    reference: absent,
    references: absent,
    place: {
      subscriptionId: 's-1',
      resourceGroup: 'rg-1',
      facts: {
        subscription: {},
        resourceGroup: {},
        tenant: {},
        deployment: {},
        environment: {},
        deployer: {},
      },
    },
    userFunctions: new Map(),
    copyIndexes: new Map(),
    lambdaVariables: new Map(),
    iterations: 1,
    chance: undefined,
  }
}
