import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import type { FixRuns } from '../../../domain/fix-runs.ts'
import { PortalError } from '../../../errors.ts'
import { registerEndpoint } from '../../../routes/register-endpoint.ts'
import { whoseOf } from '../whose.ts'
import { type PlanDeps, planFixes } from './plan/plan-fixes.ts'

export interface FixDeps extends PlanDeps {
  readonly fixRuns: FixRuns
}

export function registerFixRoutes(app: FastifyInstance, deps: FixDeps): void {
  const { fixRuns } = deps
  registerEndpoint(app, endpoints.dryRunFixes, async ({ caller, body: { of, hashes } }) => {
    const { plan } = await planFixes(deps, caller, whoseOf(caller, of), hashes)
    return plan
  })
  registerEndpoint(app, endpoints.startFixes, async ({ caller, body: { of, hashes, digest } }) => {
    const { plan, orders } = await planFixes(deps, caller, whoseOf(caller, of), hashes)
    if (plan.digest !== digest) throw new PortalError('FIX_PLAN_CHANGED')
    if (orders.length === 0) throw new PortalError('FIX_PLAN_CHANGED', nothingToDo)
    return fixRuns.begin(caller, { origin: 'findings', originId: null, items: orders })
  })
  registerEndpoint(app, endpoints.listFixes, async ({ caller }) => ({ runs: await fixRuns.list(caller) }))
  registerEndpoint(app, endpoints.readFixes, ({ caller, params, query }) =>
    fixRuns.read(caller, params.runId, query),
  )
  registerEndpoint(app, endpoints.resumeFixes, ({ caller, params, body }) =>
    fixRuns.resume(caller, params.runId, body.only),
  )
  registerEndpoint(app, endpoints.stopFixes, ({ caller, params }) => fixRuns.stop(caller, params.runId))
}

const nothingToDo = {
  detail: 'Nothing of what you chose can be changed by the portal, so nothing was begun.',
  nextStep: 'The dry run says why, finding by finding.',
}
