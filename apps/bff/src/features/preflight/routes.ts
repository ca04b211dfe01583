import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { preflight } from './preflight.ts'
import type { PreflightDeps } from './preflight-deps.ts'

export function registerPreflightRoutes(app: FastifyInstance, deps: PreflightDeps): void {
  registerEndpoint(app, endpoints.preflight, ({ caller, body }) => preflight(deps, caller, body))
}
