import type { Application, CreatedApplication } from '@trustwright/shared-schemas'
import type { StepState } from '../../components/step-list.tsx'

/** Why a step was not done, and what to do. */
export interface NotDone {
  readonly detail: string
  readonly nextStep: string
}

/** What an attempt has reached, kept across retries so that nothing is made twice. */
export interface Progress {
  readonly application: StepState
  readonly principal: StepState
  /** The application once it exists; entered for its name only, so another name makes another one. */
  readonly made: Application | null
  /** Why the service principal was not made along; null: nothing was told, or it was done. */
  readonly notDone: NotDone | null
  /** Why the person did not become an owner; null where they did, or nobody knows. */
  readonly noOwner: NotDone | null
  /** An earlier attempt asked for this name and lost the answer, so the application may exist. */
  readonly answerLost: { readonly displayName: string; readonly since: number } | null
}

export const notStarted: Progress = {
  application: 'waiting',
  principal: 'waiting',
  made: null,
  notDone: null,
  noOwner: null,
  answerLost: null,
}

/** The outside world of the steps. `find…` answer null when there is none. */
export interface StepPorts {
  /** Registers the application and tries to make its service principal. */
  create: (displayName: string) => Promise<CreatedApplication>
  /** An application of this name that the person made since then, in milliseconds. */
  findMade: (displayName: string, since: number) => Promise<Application | null>
  findPrincipal: (appId: string) => Promise<string | null>
  createPrincipal: (appId: string) => Promise<unknown>
  /** True when the answer was lost, so that nobody knows whether Graph did it. */
  isAnswerLost: (error: unknown) => boolean
  now: () => number
}

type Report = (progress: Progress) => void

/**
 * Registers an application and makes its service principal, reporting each step. Ends with the principal `failed` where
 * only that was refused. A retry passes the progress of the attempt before. Throws what the failing step threw, after
 * reporting it.
 */
export async function createApplicationSteps(
  displayName: string,
  before: Progress,
  ports: StepPorts,
  report: Report,
): Promise<Progress> {
  if (before.made !== null) return principalStep(before.made, before, ports, report)
  const running: Progress = { ...notStarted, application: 'running', answerLost: before.answerLost }
  report(running)
  const found = await applicationStep(displayName, running, ports, report)
  if (!('servicePrincipalId' in found)) {
    return principalStep(found, { ...running, application: 'was-there' }, ports, report)
  }
  return afterCreate(found, report)
}

/** The application of an attempt whose answer was lost, or a new one. */
async function applicationStep(
  displayName: string,
  running: Progress,
  ports: StepPorts,
  report: Report,
): Promise<Application | CreatedApplication> {
  const since = ports.now()
  const lost = running.answerLost?.displayName === displayName ? running.answerLost : null
  try {
    const found = lost === null ? null : await ports.findMade(displayName, lost.since)
    return found ?? (await ports.create(displayName))
  } catch (error) {
    const lostNow = ports.isAnswerLost(error) ? { displayName, since } : null
    report({ ...running, application: 'failed', answerLost: lost ?? lostNow })
    throw error
  }
}

function afterCreate(
  { application, servicePrincipalId, notDone }: CreatedApplication,
  report: Report,
): Progress {
  const reasonOf = (step: CreatedApplication['notDone'][number]['step']) =>
    notDone.find((one) => one.step === step) ?? null
  const progress: Progress = {
    application: 'done',
    principal: servicePrincipalId === null ? 'failed' : 'done',
    made: application,
    notDone: reasonOf('service-principal'),
    noOwner: reasonOf('owner'),
    answerLost: null,
  }
  report(progress)
  return progress
}

/** Makes the principal of an application that exists; it may be there after an answer was lost. */
async function principalStep(
  made: Application,
  before: Progress,
  ports: StepPorts,
  report: Report,
): Promise<Progress> {
  const state = before.application === 'was-there' ? 'was-there' : 'done'
  const running: Progress = { ...before, application: state, principal: 'running', made, notDone: null }
  report(running)
  try {
    const there = await ports.findPrincipal(made.appId)
    if (there === null) await ports.createPrincipal(made.appId)
    const done: Progress = { ...running, principal: there === null ? 'done' : 'was-there', answerLost: null }
    report(done)
    return done
  } catch (error) {
    report({ ...running, principal: 'failed' })
    throw error
  }
}
