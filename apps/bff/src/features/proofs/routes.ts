import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { applicationHolder, identityHolder } from '../../domain/credential-holder.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { proveTrust } from './prove-trust.ts'
import type { ProofDeps } from './proof-deps.ts'

export function registerProofRoutes(app: FastifyInstance, deps: ProofDeps): void {
  registerEndpoint(app, endpoints.proveTrust, ({ caller, params: { trustName, ...path }, body }) =>
    proveTrust(deps, caller, identityHolder(deps.arm, path), trustName, body.token),
  )
  registerEndpoint(app, endpoints.proveApplicationTrust, ({ caller, params: { appId, trustName }, body }) =>
    proveTrust(deps, caller, applicationHolder(deps.directory, appId), trustName, body.token),
  )
}
