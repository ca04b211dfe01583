import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import type { FixRuns } from '../../domain/fix-runs.ts'
import { PortalError } from '../../errors.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { planRemovals, type RemovalDeps } from './plan-removals.ts'

interface RemovalRouteDeps extends RemovalDeps {
  readonly fixRuns: Pick<FixRuns, 'begin'>
}

export function registerRemovalRoutes(app: FastifyInstance, deps: RemovalRouteDeps): void {
  registerEndpoint(app, endpoints.dryRunRemovals, async ({ caller, body }) => {
    const { plan } = await planRemovals(deps, caller, body)
    return plan
  })
  registerEndpoint(app, endpoints.startRemovals, async ({ caller, body: { digest, ...choice } }) => {
    const { plan, orders } = await planRemovals(deps, caller, choice)
    if (plan.digest !== digest || orders.length === 0) throw new PortalError('FIX_PLAN_CHANGED', otherTrusts)
    return deps.fixRuns.begin(caller, { origin: 'list', originId: null, items: orders })
  })
}

const otherTrusts = {
  detail: 'The trusts changed since the dry run, so nothing was deleted.',
  nextStep: 'Look at what would be deleted now, then begin again.',
}
