import { endpoints, type IdentityPath } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { identityHolder } from '../../domain/credential-holder.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerApplicationTrustRoutes } from './application-routes.ts'
import { changeTrust } from './change-trust.ts'
import { createTrust } from './create-trust.ts'
import { deleteTrust } from './delete-trust.ts'
import { listTrusts } from './list-trusts.ts'
import { readTrust } from './read-trust.ts'
import { restoreTrust } from './restore-trust.ts'
import type { TrustDeps } from './trust-deps.ts'

export function registerTrustRoutes(app: FastifyInstance, deps: TrustDeps): void {
  const at = (path: IdentityPath) => identityHolder(deps.arm, path)
  registerEndpoint(app, endpoints.listTrusts, ({ caller, params }) => listTrusts(deps, caller, at(params)))
  registerEndpoint(app, endpoints.createTrust, ({ caller, params, body }) =>
    createTrust(deps, caller, at(params), body),
  )
  registerEndpoint(app, endpoints.readTrust, ({ caller, params: { trustName, ...path } }) =>
    readTrust(deps, caller, at(path), trustName),
  )
  registerEndpoint(app, endpoints.changeTrust, ({ caller, params: { trustName, ...path }, body }) =>
    changeTrust(deps, caller, at(path), trustName, body),
  )
  registerEndpoint(app, endpoints.deleteTrust, ({ caller, params: { trustName, ...path }, query }) =>
    deleteTrust(deps, caller, at(path), trustName, query.fingerprint),
  )
  registerEndpoint(app, endpoints.restoreTrust, ({ caller, params: { deletedTrustId, ...path } }) =>
    restoreTrust(deps, caller, at(path), deletedTrustId),
  )
  registerApplicationTrustRoutes(app, deps)
}
