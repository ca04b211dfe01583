import { answerRequest } from './answer-request.ts'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import { operations } from './registry.ts'
import { createRouter, type FindOperation } from './router.ts'
import { armError } from './vendor-errors.ts'
import type { World } from './world.ts'

/** Routes a request that another operation made, in the same process; faults hit it as they hit one over HTTP. */
export function createDispatch(world: () => World): (request: EmulatorRequest) => Promise<EmulatorResponse> {
  let find: FindOperation | undefined
  return async (request) => {
    find ??= createRouter(operations)
    const found = find(request.method, request.host, request.path, world())
    if (!found) {
      return armError(
        501,
        'NotEmulated',
        `${request.method} ${request.path} on ${request.host} is not emulated.`,
      )
    }
    const { response } = await answerRequest(found.operation, { ...request, params: found.params }, world())
    return response
  }
}
