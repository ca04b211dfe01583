import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import { entraError } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { EntraRefusal } from './refusal.ts'

/** Runs a flow; a refusal becomes Entra's JSON error body. */
export async function answerRefusal(
  request: EmulatorRequest,
  world: World,
  flow: () => EmulatorResponse | Promise<EmulatorResponse>,
): Promise<EmulatorResponse> {
  try {
    return await flow()
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    return entraError(error.failure, { request, clock: world.clock })
  }
}
