import type { DraftStep } from '@trustwright/shared-schemas'
import { paths } from '../../paths.ts'

interface DraftPlace {
  readonly draftId: string
  readonly runId: string | null
  readonly isBulk: boolean
  readonly step: DraftStep
}

/** The page on which a draft goes on: its run once there is one, else the furthest step that was reached. */
export function draftAddress({ draftId, runId, isBulk, step }: DraftPlace): string {
  if (isBulk) return runId === null ? paths.bulk({ draft: draftId }) : paths.bulkRun(runId)
  if (runId !== null) return paths.wizardStep(draftId, step === 'connect' ? step : 'verify')
  return paths.wizardStep(draftId, step === 'start' ? 'workload' : step)
}
