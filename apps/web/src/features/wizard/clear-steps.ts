import type { Cloud } from '@trustwright/federation'
import type { DraftBody } from '@trustwright/shared-schemas'
import { setUpOfDraft, workloadMissing } from './review/set-up-of-draft.ts'
import { isAgeOpen } from './start/workload-start.ts'
import type { Clear } from './wizard-steps.ts'

/** Which steps have nothing left to ask. An identity that exists keeps its roles unless a person gives it one more. */
export function clearOf(body: DraftBody, cloud: Cloud): Clear {
  const { missing } = setUpOfDraft(body, cloud)
  const isExisting = body.parent?.kind === 'existing'
  return {
    workload: workloadMissing(body, cloud) === null && !isAgeOpen(body),
    identity: body.parent !== null && missing?.step !== 'identity',
    access: body.parent !== null && (isExisting || body.access.length > 0) && missing?.step !== 'access',
  }
}
