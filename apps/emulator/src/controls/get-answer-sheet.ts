import type { Operation } from '../kernel/operation.ts'
import { allowedIssuers } from '../review-seed/workloads.ts'
import { controlAnswer } from './read-control.ts'

export const getAnswerSheet: Operation = {
  id: 'controls/get-answer-sheet',
  method: 'GET',
  path: '/_emulator/answer-sheet',
  summary:
    'What is wrong with the trusts of the review seed, as the seed planted it; everything else it planted is right',
  source: 'the emulator itself',
  handle: (_request, { store }) =>
    controlAnswer({
      settings: { allowedIssuers },
      faults: store.plantedFaults.list(),
    }),
}
