import type { SetUpItemProgress, SetUpRun, SetUpStep, SetUpStepState } from '@trustwright/shared-schemas'
import { nameOfSetUpParent } from './bulk-csv.ts'
import type { StepWords } from './step-words.ts'

/** One row of a run as a list shows it. */
export interface RunRow {
  readonly key: string
  readonly identity: string
  /** Names of its trusts, or its roles in words. */
  readonly makes: string
  readonly state: SetUpStepState
  /** What happened and what to do; null where all is well. */
  readonly detail: string | null
}

/** The state that says most about a row comes first. */
const weight: readonly SetUpStepState[] = [
  'failed',
  'conflict',
  'unknown',
  'running',
  'waiting',
  'cancelled',
  'pending',
  'done',
  'already-there',
]

const problems: readonly SetUpStepState[] = ['failed', 'conflict', 'unknown', 'cancelled']

export const stateWords: Readonly<Record<SetUpStepState, string>> = {
  pending: 'Not started',
  running: 'Being made',
  waiting: 'Waiting for Azure',
  done: 'Made',
  'already-there': 'There already',
  failed: 'Failed',
  conflict: 'Something else is there',
  unknown: 'The answer was lost',
  cancelled: 'Not tried',
}

export function runRow({ key, parent, steps }: SetUpItemProgress, words: StepWords): RunRow {
  const told = steps.toSorted((a, b) => weight.indexOf(a.state) - weight.indexOf(b.state))[0]
  return {
    key,
    identity: nameOfSetUpParent(parent),
    makes: steps
      .filter(({ kind }) => kind === 'trust' || kind === 'role')
      .map((step) => (step.kind === 'trust' ? step.name : words(step)))
      .join(', '),
    state: told?.state ?? 'done',
    detail: told === undefined ? null : detailOf(told, words),
  }
}

function detailOf(step: SetUpStep, words: StepWords): string | null {
  const { kind, detail, nextStep } = step
  if (detail === null && nextStep === null) return null
  const why = [detail, nextStep].filter(Boolean).join(' ')
  return kind === 'trust' ? why : `${words(step)}: ${why}`
}

export function isProblem({ state }: RunRow): boolean {
  return problems.includes(state)
}

/** How far a run is: steps that ended, of all. */
export function progressOf({ counts }: Pick<SetUpRun, 'counts'>) {
  const of = (...states: SetUpStepState[]) => states.reduce((sum, state) => sum + counts[state], 0)
  const all = Object.values(counts).reduce((sum, value) => sum + value, 0)
  return {
    all,
    ended: all - of('pending', 'running', 'waiting'),
    made: of('done'),
    there: of('already-there'),
    wrong: of('failed', 'conflict', 'unknown', 'cancelled'),
  }
}

export function runStateWords(run: Pick<SetUpRun, 'state' | 'counts'>): string {
  const { ended, all, wrong } = progressOf(run)
  if (run.state === 'running') return `running, ${ended} of ${all}`
  if (run.state === 'paused') return 'waits for you to sign in again'
  if (run.state === 'stopped') return `stopped at ${ended} of ${all}`
  return wrong === 0 ? 'finished' : `finished, ${wrong} not made`
}

/** Head of the page of a run: never that something is being made while nothing is. */
export function runTitle({ state, counts }: Pick<SetUpRun, 'state' | 'counts'>): string {
  if (state === 'running') return 'Creating trusts'
  if (state === 'paused') return 'Creating trusts, paused'
  if (state === 'stopped') return 'Creating trusts, stopped'
  return progressOf({ counts }).wrong === 0 ? 'Trusts created' : 'Trusts created in part'
}
