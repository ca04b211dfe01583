import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { registerStream } from '../../routes/register-stream.ts'
import { whileOpen } from '../../routes/while-open.ts'
import type { ApprovedSetUps } from '../../domain/approved-set-ups.ts'
import { createApprovedSetUps } from './approved-set-ups.ts'
import { dryRunSetUp } from './dry-run-set-up.ts'
import { followSetUp } from './follow-set-up.ts'
import { listSetUps } from './list-set-ups.ts'
import { readSetUp } from './read-set-up.ts'
import { resumeSetUp } from './resume-set-up.ts'
import { createKeptLooks } from './looking.ts'
import { createRunningRuns } from '../../domain/running-runs.ts'
import type { SetUpDeps } from './set-up-deps.ts'
import { startSetUp } from './start-set-up.ts'
import { stopSetUp } from './stop-set-up.ts'
import { createStreams } from '../../domain/streams.ts'
import type { WritePace } from '../../domain/write-pace.ts'

/** `writePace` is shared by everything that stores trusts in this process. Answers the set-ups that requests begin. */
export function registerSetUpRoutes(
  app: FastifyInstance,
  deps: SetUpDeps,
  writePace: WritePace,
): ApprovedSetUps {
  const { clock, logger } = deps
  const running = createRunningRuns((error) =>
    logger.error({ err: error }, 'a set-up ended without a record of its end'),
  )
  const streams = createStreams()
  const parts = { deps, running, writePace }
  const dryRun = { ...deps, writePace, keptLooks: createKeptLooks(clock) }
  app.addHook('preClose', () => running.close())
  registerEndpoint(app, endpoints.dryRunSetUp, ({ caller, body }) => dryRunSetUp(dryRun, caller, body))
  registerEndpoint(app, endpoints.startSetUp, ({ caller, body }) => startSetUp(parts, caller, body))
  registerEndpoint(app, endpoints.listSetUps, async ({ caller }) => ({
    runs: await listSetUps(deps, caller),
  }))
  registerEndpoint(app, endpoints.readSetUp, ({ caller, params, query }) =>
    readSetUp(deps, caller, { ...params, ...query }),
  )
  registerStream(app, endpoints.followSetUp, ({ caller, params, request, reply }) => {
    const since = request.headers['last-event-id']
    return followSetUp({
      deps,
      streams,
      caller,
      signal: whileOpen(reply, running.signal),
      runId: params.runId,
      since: typeof since === 'string' ? since : undefined,
    })
  })
  registerEndpoint(app, endpoints.stopSetUp, ({ caller, params }) => stopSetUp(parts, caller, params.runId))
  registerEndpoint(app, endpoints.resumeSetUp, ({ caller, params, body }) =>
    resumeSetUp(parts, caller, { ...params, ...body }),
  )
  return createApprovedSetUps(parts)
}
