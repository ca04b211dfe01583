import { authenticate, isRefused } from '../../kernel/bearer.ts'
import type { EmulatorRequest, EmulatorResponse, Operation } from '../../kernel/operation.ts'
import { graphError } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { answerHeaders } from './answer-headers.ts'
import { revocationChallenge } from './claims-challenge.ts'
import type { GraphVersion } from './entity-type.ts'
import { faults } from './faults.ts'
import type { GraphCall } from './graph-call.ts'
import { demandPermission, type Permissions } from './permissions.ts'
import { GraphRefusal, refuse, type GraphFault } from './refusal.ts'
import { takeQuota, type Quota } from './throttle.ts'

export interface GraphOperation extends Omit<Operation, 'handle' | 'path'> {
  /**
   * Path after the version. `[name]` stands for a key in both of OData's ways: `/{name}` and `({nameKey})`; read it
   * with `keyIn`.
   */
  path: string | readonly string[]
  /** Which permissions of a token allow the call; `anyone`: every valid token. */
  permissions: Permissions | 'anyone'
  quota?: Quota
  versions?: readonly GraphVersion[]
  handle: (call: GraphCall) => EmulatorResponse | Promise<EmulatorResponse>
}

/** One operation under `/v1.0` and `/beta`: verifies the token and the permission, counts against the limits, adds Graph's headers. */
export function graphOperation({
  path,
  handle,
  permissions,
  quota = 'directory',
  versions = ['v1.0', 'beta'],
  ...operation
}: GraphOperation): Operation[] {
  return versions.flatMap((version) =>
    [path]
      .flat()
      .flatMap(addressesOf)
      .map((address) => ({
        ...operation,
        path: `/${version}${address}`,
        handle: async (request: EmulatorRequest, world: World) => {
          const caller = await authenticate(request, world, 'graph')
          if (isRefused(caller)) {
            const refusal = revocationChallenge(request, world) ?? caller
            return { ...refusal, headers: { ...answerHeaders(request, world), ...refusal.headers } }
          }
          const call: GraphCall = { request, world, caller, version }
          return answer(call, async () => {
            if (caller.tenantId !== world.settings.tenantId)
              throw refuse(faults.notEmulated('the directory of another tenant'))
            const taken = takeQuota(call, quota)
            if (permissions !== 'anyone') demandPermission(call, permissions)
            const response = await handle(call)
            return { ...response, headers: { ...taken, ...response.headers } }
          })
        },
      })),
  )
}

/** Both spellings of every key in the path. */
function addressesOf(path: string): string[] {
  const found = /^(.*?)\[(\w+)\](.*)$/.exec(path)
  if (!found) return [path]
  const [, before = '', name = '', after = ''] = found
  const rest = addressesOf(after)
  return [`/{${name}}`, `({${name}Key})`].flatMap((key) => rest.map((end) => `${before}${key}${end}`))
}

async function answer(call: GraphCall, work: () => Promise<EmulatorResponse>): Promise<EmulatorResponse> {
  const { request, world } = call
  const response = await work().catch((error: unknown) => {
    if (error instanceof GraphRefusal) return faultAnswer(error.fault, call)
    throw error
  })
  return { ...response, headers: { ...answerHeaders(request, world, response.status), ...response.headers } }
}

/** A fault as an answer. */
export function faultAnswer(fault: GraphFault, call: Pick<GraphCall, 'request' | 'world'>): EmulatorResponse {
  const context = { request: call.request, clock: call.world.clock }
  const response = graphError(fault.status, fault.code, fault.message, context, fault.headers)
  if (!fault.details) return response
  // `graphError` built this body: it holds an error object.
  const { error } = response.body as { error: Record<string, unknown> }
  return { ...response, body: { error: { ...error, details: fault.details } } }
}
