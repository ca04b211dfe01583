import type { EmulatorResponse } from '../../../kernel/operation.ts'
import type { ArmCall } from '../../core/arm-operation.ts'
import { authorisePlan } from '../engine/authorise-plan.ts'
import { planProperties } from '../engine/deployment-record.ts'
import { readDeploymentRequest } from '../engine/deployment-request.ts'
import { deploymentType } from '../engine/deployment-scope.ts'
import { expandPlan } from '../engine/expand-nested.ts'
import { planDeployment } from '../engine/plan-deployment.ts'
import { noStates } from '../engine/reference-states.ts'
import { resourceBody } from '../engine/resource-body.ts'
import { deploymentOperation, type DeploymentTarget } from './deployment-operation.ts'

export const validateDeployment = deploymentOperation({
  id: 'arm/validate-deployment',
  method: 'POST',
  path: '/{deployment}/validate',
  permission: 'validate/action',
  readsOnly: true,
  summary: 'Check a template, its parameters and the rights it needs; nothing is written',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/validate',
  handle: validate,
})

async function validate(call: ArmCall, target: DeploymentTarget): Promise<EmulatorResponse> {
  const { world, caller, request } = call
  const plan = planDeployment(readDeploymentRequest(request.body, target.name, target.scope), world, caller)
  authorisePlan(plan, world, caller)
  const expanded = await expandPlan(plan, world, caller, async (resource, inner) =>
    resourceBody(resource, inner.contextFor(resource.context, noStates)),
  )
  const properties = {
    ...planProperties(plan),
    provisioningState: 'Succeeded',
    timestamp: new Date(world.clock.now()).toISOString(),
    duration: 'PT0S',
    correlationId: request.headers['x-ms-correlation-request-id'] ?? world.newGuid(),
    validatedResources: expanded.map(({ resource }) => ({ id: resource.id })),
  }
  return { status: 200, body: { id: target.id, name: target.name, type: deploymentType, properties } }
}
