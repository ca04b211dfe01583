import { UnsettledWrite } from '../../domain/unsettled-write.ts'
import { PortalError } from '../../errors.ts'
import type { ActiveRun, LoadedStep, StepEnd } from './active-run.ts'
import { giveRole } from './give-role.ts'
import { makeApplication } from './make-application.ts'
import { makeGroup } from './make-group.ts'
import { makeIdentity } from './make-identity.ts'
import { makeServicePrincipal } from './make-service-principal.ts'
import type { ParentFacts } from './parent-facts.ts'
import { RunLost } from './step-record.ts'
import { storeTrust } from './store-trust.ts'
import { freshTally, whatNow } from '../../domain/what-now.ts'

/** One step, tried again after each wait that Azure or its parts ask for. Every try reads before it writes. */
export async function attemptStep(run: ActiveRun, facts: ParentFacts, step: LoadedStep): Promise<StepEnd> {
  const { clock, logger, record, signal, timer } = run
  const tally = freshTally()
  let wasSent = false
  await record.change(step.ordinal, { state: 'running', startedAt: new Date(clock.now()) })
  for (;;) {
    signal.throwIfAborted()
    try {
      const end = await work(run, facts, step)
      // What was sent, and whose answer was lost, is the step's own doing.
      return wasSent && end.state === 'already-there' ? { ...end, state: 'done' } : end
    } catch (error) {
      if (signal.aborted || error instanceof RunLost) throw error
      facts.forgetStored()
      wasSent ||= error instanceof PortalError && error.cause instanceof UnsettledWrite
      const next = whatNow(error, tally, facts.isNew())
      if (next.kind === 'end') {
        if (next.end.code === 'INTERNAL') logger.error({ err: error }, 'a step of a set-up failed')
        return next.end
      }
      const waitingUntil = new Date(clock.now() + next.ms)
      if (error instanceof PortalError && error.code === 'THROTTLED')
        run.writePace.refused(step.parentKey, waitingUntil.getTime())
      await record.change(step.ordinal, { state: 'waiting', waitingUntil, detail: next.detail })
      await timer.pause(next.ms, signal)
      await record.change(step.ordinal, { state: 'running', waitingUntil: null, detail: null })
    }
  }
}

async function work(run: ActiveRun, facts: ParentFacts, { payload }: LoadedStep): Promise<StepEnd> {
  if (payload.kind === 'trust') return storeTrust(run, facts, payload.trust)
  if (payload.kind === 'role') return giveRole(run, facts, payload.role)
  if (payload.kind === 'identity') return makeIdentity(run, facts, payload)
  if (payload.kind === 'application') return makeApplication(run, facts, payload)
  if (payload.kind === 'resource-group') return makeGroup(run, facts, payload)
  return makeServicePrincipal(run, facts)
}
