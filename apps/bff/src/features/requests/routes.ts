import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { approveRequest } from './approve-request.ts'
import { createRequest } from './create-request.ts'
import { declineRequest, withdrawRequest } from './decline-request.ts'
import { findRequest } from './find-request.ts'
import { listRequests } from './list-requests.ts'
import type { RequestDeps } from './request-deps.ts'
import { reviewRequest } from './review-request.ts'
import { toRequest } from './to-request.ts'

export function registerRequestRoutes(app: FastifyInstance, deps: RequestDeps): void {
  registerEndpoint(app, endpoints.createRequest, ({ caller, body }) => createRequest(deps, caller, body))
  registerEndpoint(app, endpoints.listRequests, ({ caller, query }) => listRequests(deps, caller, query))
  registerEndpoint(app, endpoints.readRequest, async ({ caller, params }) =>
    toRequest(await findRequest(deps, caller, params.requestId)),
  )
  registerEndpoint(app, endpoints.reviewRequest, ({ caller, params }) =>
    reviewRequest(deps, caller, params.requestId),
  )
  registerEndpoint(app, endpoints.approveRequest, ({ caller, params, body }) =>
    approveRequest(deps, caller, params.requestId, body),
  )
  registerEndpoint(app, endpoints.declineRequest, ({ caller, params, body }) =>
    declineRequest(deps, caller, params.requestId, body),
  )
  registerEndpoint(app, endpoints.withdrawRequest, ({ caller, params, body }) =>
    withdrawRequest(deps, caller, params.requestId, body.version),
  )
}
