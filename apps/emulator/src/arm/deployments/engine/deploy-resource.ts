import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { EmulatorResponse } from '../../../kernel/operation.ts'
import type { JsonObject } from '../language/json.ts'
import { errorIn, isRecord, statusName, waitForEnd } from './call-arm.ts'
import { detailOf } from './deployment-error.ts'
import { durationSince, targetOf } from './deployment-record.ts'
import type { PlannedResource } from './planned-resource.ts'
import { resourceBody } from './resource-body.ts'
import { evaluateWithReads } from './resource-states.ts'
import type { DeploymentRun } from './run-deployment.ts'

/** Writes one resource and records the operation. Gives the error when it fails. */
export async function deployResource(
  resource: PlannedResource,
  run: DeploymentRun,
): Promise<JsonObject | undefined> {
  const startedAt = run.world.clock.now()
  const outcome = await write(resource, run)
  const failure = 'failure' in outcome ? outcome.failure : errorIn(outcome.response)
  const status = 'failure' in outcome ? 400 : outcome.firstStatus
  recordOperation(run, {
    kind: 'Create',
    startedAt,
    target: {
      ...targetOf(resource.id),
      ...(resource.symbolicName ? { symbolicName: resource.symbolicName } : {}),
    },
    statusCode: statusName(failure && status < 400 ? 409 : status),
    failure,
  })
  return failure
}

type Written = { failure: JsonObject } | { response: EmulatorResponse; firstStatus: number }

async function write(resource: PlannedResource, run: DeploymentRun): Promise<Written> {
  const { plan, states, call, request, world } = run
  try {
    const evaluate = () => resourceBody(resource, plan.contextFor(resource.context, states))
    const body = await evaluateWithReads(evaluate, states, call, { isLenient: false })
    const first = await putPatiently(() => call('PUT', resource.id, resource.apiVersion, body))
    const response = await waitForEnd(first, resource.id, request, world)
    if (response === first) learnState(resource, response, run)
    return { response, firstStatus: first.status }
  } catch (error) {
    const failure = detailOf(error, resource)
    if (failure) return { failure }
    throw error
  }
}

/** A write that was done at once has answered with the state that others may refer to. */
function learnState(
  { id }: PlannedResource,
  { status, body }: EmulatorResponse,
  { states }: DeploymentRun,
): void {
  // Answers of the resource manager are JSON.
  if (status < 300 && isRecord(body)) states.learn(id, body as JsonObject)
}

const mostTries = 5
const longestWaitSeconds = 10

/** (u) A throttled write is tried again after the time it names, when that is short. */
async function putPatiently(put: () => Promise<EmulatorResponse>): Promise<EmulatorResponse> {
  let response = await put()
  for (let tries = 1; tries < mostTries && response.status === 429; tries += 1) {
    const seconds = Number(response.headers?.['retry-after'] ?? Number.NaN)
    if (!(seconds <= longestWaitSeconds)) return response
    await pause(seconds * 1000)
    response = await put()
  }
  return response
}

interface FinishedOperation {
  kind: 'Create' | 'Delete' | 'EvaluateDeploymentOutput'
  startedAt: number
  target?: JsonObject
  statusCode: string
  failure: JsonObject | undefined
}

/** Source: https://learn.microsoft.com/rest/api/resources/deployment-operations/list */
export function recordOperation(run: DeploymentRun, operation: FinishedOperation): void {
  const { kind, startedAt, target, statusCode, failure } = operation
  const operationId = randomBytes(8).toString('hex').toUpperCase()
  const now = run.world.clock.now()
  run.record({
    id: `${run.plan.request.id}/operations/${operationId}`,
    operationId,
    properties: {
      provisioningOperation: kind,
      provisioningState: failure ? 'Failed' : 'Succeeded',
      timestamp: new Date(now).toISOString(),
      duration: durationSince(startedAt, now),
      trackingId: run.world.newGuid(),
      serviceRequestId: run.world.newGuid(),
      statusCode,
      ...(failure ? { statusMessage: { status: 'Failed', error: failure } } : {}),
      ...(target ? { targetResource: target } : {}),
    },
  })
}
