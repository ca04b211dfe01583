import type { ActiveRun, LoadedStep, StepEnd } from './active-run.ts'
import { attemptStep } from './attempt-step.ts'
import type { ParentFacts } from './parent-facts.ts'

/** Works on a step where it is chosen. True where its outcome lets go on what needs it; `broken`: what it needs is missing. */
export async function settleStep(
  run: ActiveRun,
  facts: ParentFacts,
  step: LoadedStep,
  broken: boolean,
): Promise<boolean> {
  if (!step.chosen) {
    if (step.state === 'done' || step.state === 'already-there')
      facts.learn(step.payload, step.result ?? {}, madeAt(step))
    // Left for another turn: what follows it waits as well, unless it is chosen by itself.
    return step.state === 'done' || step.state === 'already-there' || isRest(step)
  }
  run.signal.throwIfAborted()
  if (broken) {
    await run.record.change(step.ordinal, {
      state: 'cancelled',
      ...cancelled,
      finishedAt: new Date(run.clock.now()),
    })
    return false
  }
  const end = await attemptStep(run, facts, step)
  await run.record.change(step.ordinal, {
    ...told(end),
    waitingUntil: null,
    finishedAt: new Date(run.clock.now()),
  })
  if (!('result' in end)) return false
  // An application that is found by the portal's own key was made by it a while ago.
  const isMade = end.state === 'done' || step.payload.kind === 'application'
  facts.learn(step.payload, end.result, isMade ? run.clock.now() : null)
  return true
}

/** Of a turn that only tries what failed: a trust or role that is still to come does not hold the others back. */
function isRest({ payload, state }: LoadedStep): boolean {
  return state === 'pending' && (payload.kind === 'trust' || payload.kind === 'role')
}

function madeAt({ state, finishedAt }: LoadedStep): number | null {
  return state === 'done' ? (finishedAt?.getTime() ?? null) : null
}

const cancelled = {
  detail:
    'It was not tried, because what it needs of its row, its identity or its resource group was not made.',
  nextStep: 'Put that right, then try again what failed.',
} as const

function told(end: StepEnd) {
  return 'result' in end ? { ...end, code: null, detail: null, nextStep: null, missing: null } : end
}
