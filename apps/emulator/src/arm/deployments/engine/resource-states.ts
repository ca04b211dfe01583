import { ReferenceNeeded } from '../language/expression-error.ts'
import type { JsonObject } from '../language/json.ts'
import { errorIn, isRecord, type CallArm } from './call-arm.ts'
import { DeploymentError } from './deployment-error.ts'
import type { ReferenceStates } from './reference-states.ts'

/**
 * Evaluates, reading the states of the resources that it refers to on the way. A resource that is not there makes it
 * fail, or, when `isLenient`, counts as absent.
 */
export async function evaluateWithReads<T>(
  evaluate: () => T,
  states: ReferenceStates,
  call: CallArm,
  options: { isLenient: boolean },
): Promise<T> {
  for (;;) {
    try {
      return evaluate()
    } catch (error) {
      if (!(error instanceof ReferenceNeeded) || error.isAbsent) throw error
      const state = await readState(error.resourceId, error.apiVersion, call)
      if ('refusal' in state && !options.isLenient) throw new DeploymentError(state.refusal)
      states.learn(error.resourceId, 'refusal' in state ? 'absent' : state.resource)
    }
  }
}

/** The resource as its provider returns it, or why it could not be read. */
export async function readState(
  id: string,
  apiVersion: string,
  call: CallArm,
): Promise<{ resource: JsonObject } | { refusal: JsonObject; status: number }> {
  const response = await call('GET', id, apiVersion)
  const refusal = errorIn(response)
  if (refusal) return { refusal, status: response.status }
  // Answers of the resource manager are JSON.
  return { resource: isRecord(response.body) ? (response.body as JsonObject) : {} }
}
