import type { EmulatorResponse } from '../../../kernel/operation.ts'
import type { ArmCall } from '../../core/arm-operation.ts'
import { refuse } from '../../core/refusal.ts'
import { authorisePlan } from '../engine/authorise-plan.ts'
import { deploymentFaults } from '../engine/deployment-faults.ts'
import { acceptedDeployment } from '../engine/deployment-record.ts'
import { readDeploymentRequest } from '../engine/deployment-request.ts'
import { planDeployment } from '../engine/plan-deployment.ts'
import { pruneHistory } from '../engine/prune-history.ts'
import { startDeployment } from '../engine/run-deployment.ts'
import { runState } from '../engine/run-state.ts'
import { deploymentOperation, type DeploymentTarget } from './deployment-operation.ts'
import { deploymentShape, findDeployment } from './deployment-shape.ts'

export const putDeployment = deploymentOperation({
  id: 'arm/put-deployment',
  method: 'PUT',
  path: '/{deployment}',
  permission: 'write',
  summary: 'Deploy a template (201, or 200 under a name used before); then poll Azure-AsyncOperation',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/create-or-update',
  handle: put,
})

function put(call: ArmCall, target: DeploymentTarget): EmulatorResponse {
  const { world, caller, request, apiVersion } = call
  const wanted = readDeploymentRequest(request.body, target.name, target.scope)
  const present = findDeployment(world, target)
  if (present && runState(world).running.has(target.key)) throw stillActive(target.name, present.properties)
  if (present?.location && wanted.location !== undefined && present.location !== wanted.location) {
    throw refuse(deploymentFaults.locationFixed(wanted.location, target.name, present.location))
  }
  const plan = planDeployment(wanted, world, caller)
  authorisePlan(plan, world, caller)
  const correlationId = request.headers['x-ms-correlation-request-id'] ?? world.newGuid()
  const statusId = newStatusId(world.clock.now())
  const deployment = acceptedDeployment(plan, world, correlationId, statusId)
  world.store.deployments.put(target.key, deployment)
  pruneHistory(world, deployment.scope)
  startDeployment(plan, request, world, correlationId)
  const status = `${request.origin}${target.id}/operationStatuses/${statusId}?api-version=${apiVersion}`
  return {
    status: present ? 200 : 201,
    headers: { 'azure-asyncoperation': status, 'retry-after': '1' },
    body: deploymentShape(deployment),
  }
}

const lifetimeMs = 7 * 24 * 60 * 60_000

function stillActive(name: string, { timestamp }: Record<string, unknown>) {
  const startedAt = Date.parse(String(timestamp))
  return refuse(deploymentFaults.active(name, asShown(startedAt), asShown(startedAt + lifetimeMs)))
}

/** As .NET writes a time in the United States: `11/22/2026 1:28:02 AM`. */
function asShown(time: number): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' })
    .format(time)
    .replace(/\/(\d\d),/, '/20$1')
}

/** A long decimal number, as Azure's. */
function newStatusId(now: number): string {
  return `0858${String(now).padStart(13, '0')}${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}`
}
