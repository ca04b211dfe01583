import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { changeTrust } from './change-trust.ts'
import { createTrust } from './create-trust.ts'
import { deleteTrust } from './delete-trust.ts'
import { listTrusts } from './list-trusts.ts'
import { readTrust } from './read-trust.ts'
import { restoreTrust } from './restore-trust.ts'
import type { TrustDeps } from './trust-deps.ts'

export function registerTrustRoutes(app: FastifyInstance, deps: TrustDeps): void {
  registerEndpoint(app, endpoints.listTrusts, ({ caller, params }) => listTrusts(deps, caller, params))
  registerEndpoint(app, endpoints.createTrust, ({ caller, params, body }) =>
    createTrust(deps, caller, params, body),
  )
  registerEndpoint(app, endpoints.readTrust, ({ caller, params: { trustName, ...path } }) =>
    readTrust(deps, caller, path, trustName),
  )
  registerEndpoint(app, endpoints.changeTrust, ({ caller, params: { trustName, ...path }, body }) =>
    changeTrust(deps, caller, path, trustName, body),
  )
  registerEndpoint(app, endpoints.deleteTrust, ({ caller, params: { trustName, ...path }, query }) =>
    deleteTrust(deps, caller, path, trustName, query.fingerprint),
  )
  registerEndpoint(app, endpoints.restoreTrust, ({ caller, params: { deletedTrustId, ...path } }) =>
    restoreTrust(deps, caller, path, deletedTrustId),
  )
}
