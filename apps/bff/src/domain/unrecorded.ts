import { databaseIsDown } from '../db/database-is-down.ts'
import { PortalError } from '../errors.ts'
import type { ActivityEnd } from '../ports.ts'

type Outcome = ActivityEnd['outcome']

/** Cause of a PortalError: how a request upstream ended is known, but could not be written down. */
export class Unrecorded extends Error {
  override readonly name = 'Unrecorded'
  readonly outcome: Outcome

  constructor(outcome: Outcome, cause: unknown) {
    super(`An outcome could not be recorded: ${outcome}`, { cause })
    this.outcome = outcome
  }
}

const texts: Readonly<Record<Outcome, { readonly detail: string; readonly nextStep: string }>> = {
  succeeded: {
    detail: 'It was done, but the portal could not write that down.',
    nextStep: 'Do not repeat it. Reload in a few seconds to see the result.',
  },
  refused: {
    detail: 'It was refused, so nothing changed, and the portal could not write that down.',
    nextStep: 'Try again in a few seconds to see why.',
  },
  failed: {
    detail: 'It was not done, and the portal could not write that down.',
    nextStep: 'Try again in a few seconds.',
  },
  unknown: {
    detail:
      'The answer was lost, and the portal could not find out or write down whether the change was made.',
    nextStep: 'Look whether the change is there before you try again.',
  },
}

/** The general text of a lost database says that nothing was sent: after a request upstream that is not true. */
function unrecorded(outcome: Outcome, cause: unknown): PortalError {
  const code = databaseIsDown(cause) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL'
  return new PortalError(code, { ...texts[outcome], cause: new Unrecorded(outcome, cause) })
}

/** The portal's own notes about something that was done upstream. Throws what tells that it was done. */
export async function noteDone<T>(notes: () => Promise<T>): Promise<T> {
  return await noteEnd('succeeded', notes)
}

/** The same for any end. */
export async function noteEnd<T>(outcome: Outcome, notes: () => Promise<T>): Promise<T> {
  try {
    return await notes()
  } catch (cause) {
    throw unrecorded(outcome, cause)
  }
}
