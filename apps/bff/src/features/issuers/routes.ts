import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import type { IssuerDeps } from './issuer-deps.ts'
import { probeIssuer } from './probe-issuer.ts'

export function registerIssuerRoutes(app: FastifyInstance, deps: IssuerDeps): void {
  registerEndpoint(app, endpoints.probeIssuer, ({ caller, body }) => probeIssuer(deps, caller, body))
}
