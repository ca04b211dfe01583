import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { applicationHolder, identityHolder } from '../../domain/credential-holder.ts'
import { readPatternSupport } from '../../domain/pattern-support.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import type { PatternDeps } from './pattern-deps.ts'
import { probePatternSupport } from './probe-pattern-support.ts'

export function registerPatternRoutes(app: FastifyInstance, deps: PatternDeps): void {
  registerEndpoint(app, endpoints.readPatternSupport, async ({ caller: { tenantId } }) => ({
    support: await readPatternSupport(deps.db, { tenantId, parentKind: 'managedIdentity' }),
  }))
  registerEndpoint(app, endpoints.probePatternSupport, ({ caller, params, body }) =>
    probePatternSupport(deps, caller, identityHolder(deps.arm, params), body.mayStore),
  )
  registerEndpoint(app, endpoints.readApplicationPatternSupport, async ({ caller: { tenantId } }) => ({
    support: await readPatternSupport(deps.db, { tenantId, parentKind: 'application' }),
  }))
  registerEndpoint(app, endpoints.probeApplicationPatternSupport, ({ caller, params, body }) =>
    probePatternSupport(deps, caller, applicationHolder(deps.directory, params.appId), body.mayStore),
  )
}
