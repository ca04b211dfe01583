import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { proveTrust } from './prove-trust.ts'
import type { ProofDeps } from './proof-deps.ts'

export function registerProofRoutes(app: FastifyInstance, deps: ProofDeps): void {
  registerEndpoint(app, endpoints.proveTrust, ({ caller, params: { trustName, ...path }, body }) =>
    proveTrust(deps, caller, path, trustName, body.token),
  )
}
