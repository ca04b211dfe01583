import type { Caller } from '../../ports.ts'
import type { SetUpDeps } from './set-up-deps.ts'
import type { FailedEnd } from '../../domain/what-now.ts'
import type { StepPayload } from './plan-steps.ts'
import type { StepRecord } from './step-record.ts'
import type { WritePace } from '../../domain/write-pace.ts'
import type { SetUpParent, SetUpStepState } from '@trustwright/shared-schemas'

/** A run that this process works on. */
export interface ActiveRun extends Omit<SetUpDeps, 'pace'> {
  readonly caller: Caller
  /** Repositories that this turn looked up. */
  readonly lookedUp: Set<string>
  readonly record: StepRecord
  readonly signal: AbortSignal
  readonly writePace: WritePace
}

/** A step as it was stored when the run began its turn. */
export interface LoadedStep {
  readonly ordinal: number
  readonly itemOrdinal: number
  readonly parentKey: string
  readonly payload: StepPayload
  readonly state: SetUpStepState
  /** It is to be done in this turn. */
  readonly chosen: boolean
  readonly result: Readonly<Record<string, string>> | null
  readonly finishedAt: Date | null
}

/** What has to be made on one identity or application, row by row. */
export interface ParentWork {
  readonly parent: SetUpParent
  readonly parentKey: string
  readonly rows: readonly (readonly LoadedStep[])[]
}

/** How a step ended. */
export type StepEnd =
  { readonly state: 'done' | 'already-there'; readonly result: Readonly<Record<string, string>> } | FailedEnd
