import { endpoints, type ApplicationPath } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { applicationHolder } from '../../domain/credential-holder.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { createTrust } from './create-trust.ts'
import { deleteTrust } from './delete-trust.ts'
import { listTrusts } from './list-trusts.ts'
import { readTrust } from './read-trust.ts'
import { restoreTrust } from './restore-trust.ts'
import { storeApplicationTrust } from './store-application-trust.ts'
import type { TrustDeps } from './trust-deps.ts'

/** The same operations on an application. */
export function registerApplicationTrustRoutes(app: FastifyInstance, deps: TrustDeps): void {
  const at = ({ appId }: ApplicationPath) => applicationHolder(deps.directory, appId)
  registerEndpoint(app, endpoints.listApplicationTrusts, ({ caller, params }) =>
    listTrusts(deps, caller, at(params)),
  )
  registerEndpoint(app, endpoints.createApplicationTrust, ({ caller, params, body }) =>
    createTrust(deps, caller, at(params), body),
  )
  registerEndpoint(app, endpoints.readApplicationTrust, ({ caller, params }) =>
    readTrust(deps, caller, at(params), params.trustName),
  )
  registerEndpoint(app, endpoints.changeApplicationTrust, ({ caller, params, body }) =>
    storeApplicationTrust(deps, caller, at(params), params.trustName, body),
  )
  registerEndpoint(app, endpoints.deleteApplicationTrust, ({ caller, params, query }) =>
    deleteTrust(deps, caller, at(params), params.trustName, query.fingerprint),
  )
  registerEndpoint(app, endpoints.restoreApplicationTrust, ({ caller, params }) =>
    restoreTrust(deps, caller, at(params), params.deletedTrustId),
  )
}
