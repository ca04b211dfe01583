import type { Deployment } from '../../../kernel/entities/resources.ts'
import type { EmulatorRequest } from '../../../kernel/operation.ts'
import type { World } from '../../../kernel/world.ts'
import { keyOf } from '../../core/resource-ids.ts'
import type { JsonObject } from '../language/json.ts'
import { callArmFor, type CallArm } from './call-arm.ts'
import { deleteOthers } from './complete-mode.ts'
import { deploymentFailed } from './deployment-error.ts'
import { durationSince } from './deployment-record.ts'
import { deployResource } from './deploy-resource.ts'
import { readOutputs } from './read-outputs.ts'
import type { DeploymentPlan } from './plan-deployment.ts'
import type { PlannedResource } from './planned-resource.ts'
import { createReferenceStates, type ReferenceStates } from './reference-states.ts'
import { runState, type RunningDeployment } from './run-state.ts'

/** Everything that one run of a deployment works with. */
export interface DeploymentRun {
  plan: DeploymentPlan
  request: EmulatorRequest
  world: World
  call: CallArm
  states: ReferenceStates
  running: RunningDeployment
  startedAt: number
  /** Adds one deployment operation to what is kept. */
  record: (operation: Record<string, unknown>) => void
}

/** Starts carrying out a deployment that is kept as accepted. The caller does not wait for it. */
export function startDeployment(
  plan: DeploymentPlan,
  request: EmulatorRequest,
  world: World,
  correlationId: string,
): void {
  const { running } = runState(world)
  const key = keyOf(plan.request.id)
  const entry: RunningDeployment = { isCancelled: false, done: Promise.resolve() }
  const run: DeploymentRun = {
    plan,
    request,
    world,
    call: callArmFor(request, world, correlationId),
    states: createReferenceStates(),
    running: entry,
    startedAt: world.clock.now(),
    record: (operation) =>
      change(world, key, (deployment) => ({
        ...deployment,
        operations: [...deployment.operations, operation],
      })),
  }
  running.set(key, entry)
  // What cannot even be recorded has met a closed store; the next start marks the deployment as failed.
  entry.done = carryOut(run)
    .catch(() => undefined)
    .finally(() => running.delete(key))
}

async function carryOut(run: DeploymentRun): Promise<void> {
  setProperties(run, { provisioningState: 'Running' })
  try {
    const end = await deployAll(run)
    setProperties(run, end)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const defect = { code: 'InternalServerError', target: run.plan.request.id, message }
    setProperties(run, { provisioningState: 'Failed', error: defect })
  }
}

async function deployAll(run: DeploymentRun): Promise<Record<string, unknown>> {
  const { plan, running } = run
  const failures = await deployInOrder(run)
  if (running.isCancelled) {
    const error = { code: 'DeploymentCanceled', message: 'The deployment was canceled.' }
    return { provisioningState: 'Canceled', error }
  }
  if (failures.length === 0 && plan.request.mode === 'Complete') failures.push(...(await deleteOthers(run)))
  if (failures.length > 0) return failed(run, failures)
  const outputs = await readOutputs(run)
  if ('error' in outputs) return { provisioningState: 'Failed', error: outputs.error }
  const outputResources = plan.resources.filter(isDeployed).map(({ id }) => ({ id }))
  return { provisioningState: 'Succeeded', outputs: outputs.values, outputResources }
}

function failed({ plan }: DeploymentRun, failures: readonly JsonObject[]): Record<string, unknown> {
  return { provisioningState: 'Failed', error: deploymentFailed(plan.request.id, failures) }
}

/** Every resource starts as soon as what it waits for has succeeded; the others go on when one fails. */
async function deployInOrder(run: DeploymentRun): Promise<JsonObject[]> {
  const byKey = new Map(run.plan.resources.map((resource) => [resource.key, resource]))
  const started = new Map<string, Promise<boolean>>()
  const failures: JsonObject[] = []
  const succeed = (resource: PlannedResource): Promise<boolean> => {
    const known = started.get(resource.key)
    if (known) return known
    const outcome = deployAfter(resource)
    started.set(resource.key, outcome)
    return outcome
  }
  const deployAfter = async (resource: PlannedResource): Promise<boolean> => {
    const before = resource.dependsOn.flatMap((key) => byKey.get(key) ?? [])
    const outcomes = await Promise.all(before.map(succeed))
    if (run.running.isCancelled || outcomes.includes(false)) return false
    if (!isDeployed(resource)) return true
    const failure = await deployResource(resource, run)
    if (failure) failures.push(failure)
    return failure === undefined
  }
  await Promise.all(run.plan.resources.map(succeed))
  return failures
}

export function isDeployed({ isExisting, isSkipped }: PlannedResource): boolean {
  return !isExisting && !isSkipped
}

function setProperties({ world, plan, startedAt }: DeploymentRun, properties: Record<string, unknown>): void {
  const now = world.clock.now()
  change(world, keyOf(plan.request.id), (deployment) => ({
    ...deployment,
    properties: {
      ...deployment.properties,
      ...properties,
      timestamp: new Date(now).toISOString(),
      duration: durationSince(startedAt, now),
    },
  }))
}

/** A deployment deleted in the meantime, with its group, stays deleted. */
function change(world: World, key: string, update: (deployment: Deployment) => Deployment): void {
  const deployment = world.store.deployments.get(key)
  if (deployment) world.store.deployments.put(key, update(deployment))
}
