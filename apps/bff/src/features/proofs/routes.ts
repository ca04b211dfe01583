import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { Arm, Audit, Clock, Exchange } from '../../ports.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { proveTrust } from './prove-trust.ts'

export interface ProofDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly clock: Clock
  readonly db: Database
  readonly exchange: Exchange
}

export function registerProofRoutes(app: FastifyInstance, deps: ProofDeps): void {
  registerEndpoint(app, endpoints.proveTrust, ({ caller, params: { trustName, ...path }, body }) =>
    proveTrust(deps, caller, path, trustName, body.token),
  )
}
