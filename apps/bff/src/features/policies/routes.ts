import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import type { PolicyDeps } from './policy-deps.ts'
import { policyVersions } from './policy-versions.ts'
import { readPolicies } from './read-policies.ts'
import { savePolicies } from './save-policies.ts'

export function registerPolicyRoutes(app: FastifyInstance, deps: PolicyDeps): void {
  registerEndpoint(app, endpoints.readPolicies, ({ caller, query }) =>
    readPolicies(deps, caller, query.version),
  )
  registerEndpoint(app, endpoints.savePolicies, ({ caller, body }) => savePolicies(deps, caller, body))
  registerEndpoint(app, endpoints.policyVersions, async ({ caller, query }) => ({
    versions: await policyVersions(deps, caller, query),
  }))
}
