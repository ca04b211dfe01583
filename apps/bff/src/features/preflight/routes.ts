import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { preflight } from './preflight.ts'
import type { PreflightDeps } from './preflight-deps.ts'
import { preflightSeveral } from './preflight-several.ts'

export function registerPreflightRoutes(app: FastifyInstance, deps: PreflightDeps): void {
  registerEndpoint(app, endpoints.preflight, ({ caller, body }) => preflight(deps, caller, body))
  registerEndpoint(app, endpoints.preflightSeveral, ({ caller, body }) =>
    preflightSeveral(deps, caller, body),
  )
}
