import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { createIdentity } from './create-identity.ts'
import { listAllIdentities } from './list-all-identities.ts'
import { readIdentity } from './read-identity.ts'
import type { IdentityDeps } from './identity-deps.ts'

export function registerIdentityRoutes(app: FastifyInstance, deps: IdentityDeps): void {
  registerEndpoint(app, endpoints.listIdentities, async ({ caller, params }) => ({
    identities: await deps.arm.listIdentities(caller, params.subscriptionId),
  }))
  registerEndpoint(app, endpoints.listAllIdentities, ({ caller }) => listAllIdentities(deps, caller))
  registerEndpoint(app, endpoints.createIdentity, ({ caller, params, body }) =>
    createIdentity(deps, caller, params, body),
  )
  registerEndpoint(app, endpoints.readIdentity, ({ caller, params }) => readIdentity(deps, caller, params))
}
