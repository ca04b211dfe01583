import { ExpressionError, FunctionNotEmulated } from '../language/expression-error.ts'
import { toText, type Json, type JsonObject } from '../language/json.ts'
import { recordOperation } from './deploy-resource.ts'
import { DeploymentError } from './deployment-error.ts'
import { evaluateOutput } from './outputs.ts'
import { evaluateWithReads } from './resource-states.ts'
import type { DeploymentRun } from './run-deployment.ts'

/** The outputs, evaluated once everything is deployed; or the error that makes the deployment fail. */
export async function readOutputs(
  run: DeploymentRun,
): Promise<{ values: JsonObject } | { error: JsonObject }> {
  const { plan, states, call, world } = run
  const { template } = plan.request
  const startedAt = world.clock.now()
  const names = Object.keys(template.outputs)
  const entries: [string, Json][] = []
  const broken: JsonObject[] = []
  for (const name of names) {
    try {
      const evaluate = () => evaluateOutput(template, name, plan.contextFor(plan.context, states))
      const output = await evaluateWithReads(evaluate, states, call, { isLenient: false })
      if (output) entries.push([name, output])
    } catch (error) {
      broken.push(brokenOutput(name, error))
    }
  }
  const failure = broken.length === 0 ? undefined : outputsFailed(broken)
  if (names.length > 0) {
    const statusCode = failure ? 'BadRequest' : 'OK'
    recordOperation(run, { kind: 'EvaluateDeploymentOutput', startedAt, statusCode, failure })
  }
  return failure ? { error: failure } : { values: Object.fromEntries(entries) }
}

function brokenOutput(name: string, error: unknown): JsonObject {
  const isKnown =
    error instanceof ExpressionError ||
    error instanceof DeploymentError ||
    error instanceof FunctionNotEmulated
  if (!isKnown) throw error
  return {
    code: 'DeploymentOutputEvaluationFailed',
    target: name,
    message: `The template output '${name}' is not valid: ${error.message}.`,
  }
}

/** (u) */
function outputsFailed(details: JsonObject[]): JsonObject {
  const names = details.map(({ target }) => toText(target)).join(',')
  return {
    code: 'DeploymentOutputEvaluationFailed',
    message: `Unable to evaluate template outputs: '${names}'. Please see error details and deployment operations. Please see https://aka.ms/arm-common-errors for usage details.`,
    details,
  }
}
