import {
  SetUpCounts,
  SetUpStepState,
  type SetUpItemProgress,
  type SetUpRun,
  type SetUpStep,
} from '@trustwright/shared-schemas'

export const sampleRunId = '55555555-5555-4555-8555-555555555555'
const at = '2026-11-22T10:42:00.000Z'
const none = Object.fromEntries(SetUpStepState.options.map((state) => [state, 0]))

/** A run of one row, begun and not ended. */
export function sampleRun(changes: Partial<SetUpRun> = {}): SetUpRun {
  return {
    runId: sampleRunId,
    state: 'running',
    stopReason: null,
    stoppedBecause: null,
    startedAt: at,
    finishedAt: null,
    itemCount: 1,
    counts: SetUpCounts.parse(none),
    secondsLeft: null,
    stepsPerMinute: 0,
    waitingUntil: null,
    change: 1,
    ...changes,
  }
}

export function sampleStep(changes: Partial<SetUpStep> = {}): SetUpStep {
  return {
    ordinal: 1,
    itemOrdinal: 1,
    kind: 'trust',
    name: 'gh-pay-api-prod',
    state: 'pending',
    code: null,
    detail: null,
    nextStep: null,
    result: null,
    waitingUntil: null,
    startedAt: null,
    finishedAt: null,
    ...changes,
  }
}

/** A row on a new identity, with these steps. */
export function sampleItem(
  steps: readonly SetUpStep[],
  changes: Partial<SetUpItemProgress> = {},
): SetUpItemProgress {
  const parent = {
    kind: 'newManagedIdentity',
    subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
    resourceGroup: 'rg-pay',
    identityName: 'id-pay',
    location: 'westeurope',
  } as const
  return { ordinal: 1, key: 'trust', parent, steps: [...steps], ...changes }
}
