import type { EmulatorResponse } from '../../../kernel/operation.ts'
import type { ArmCall } from '../../core/arm-operation.ts'
import { Refusal } from '../../core/refusal.ts'
import { errorIn } from '../engine/call-arm.ts'
import { DeploymentError } from '../engine/deployment-error.ts'
import { readDeploymentRequest, type DeploymentRequest } from '../engine/deployment-request.ts'
import { planDeployment } from '../engine/plan-deployment.ts'
import { runState } from '../engine/run-state.ts'
import { predictChanges } from '../engine/what-if.ts'
import { deploymentOperation, type DeploymentTarget } from './deployment-operation.ts'
import { resultLink } from './get-deployment-result.ts'

export const whatIfDeployment = deploymentOperation({
  id: 'arm/what-if-deployment',
  method: 'POST',
  path: '/{deployment}/whatIf',
  permission: 'whatIf/action',
  readsOnly: true,
  summary: 'What a template would create, change and leave alone (202, then poll Location)',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/what-if',
  handle: whatIf,
})

function whatIf(call: ArmCall, target: DeploymentTarget): EmulatorResponse {
  const { world, request } = call
  const wanted = readDeploymentRequest(request.body, target.name, target.scope)
  const operationId = world.newGuid()
  const { results } = runState(world)
  results.set(operationId, undefined)
  void answer(call, wanted).then((response) => results.set(operationId, response))
  return { status: 202, headers: { location: resultLink(call, operationId), 'retry-after': '1' } }
}

/** A template that cannot be deployed is an answer too: `Failed`, with status 200. Never rejects. */
async function answer(
  { world, caller, request }: ArmCall,
  wanted: DeploymentRequest,
): Promise<EmulatorResponse> {
  try {
    const plan = planDeployment(wanted, world, caller)
    const changes = await predictChanges(plan, request, world, caller)
    return {
      status: 200,
      body: { status: 'Succeeded', properties: { correlationId: world.newGuid(), changes } },
    }
  } catch (error) {
    return { status: 200, body: { status: 'Failed', error: whyFailed(error) } }
  }
}

function whyFailed(error: unknown): unknown {
  if (error instanceof Refusal) return errorIn(error.response)
  if (error instanceof DeploymentError) return error.detail
  return { code: 'InternalServerError', message: error instanceof Error ? error.message : String(error) }
}
