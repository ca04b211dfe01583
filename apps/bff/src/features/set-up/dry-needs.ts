import type { SetUpStepKind } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Judgement } from './judge-step.ts'
import { createNeeds } from './needs.ts'

/** What a run would not try, because what it needs would not be made. */
export interface DryNeeds {
  /** Null where the step would be tried. */
  against(kind: SetUpStepKind, itemOrdinal: number): Judgement | null
  /** The resource group that an identity is made in; undefined where the run makes none. */
  standOn(group: Judgement | undefined): void
  note(kind: SetUpStepKind, judgement: Judgement): void
}

export function createDryNeeds(): DryNeeds {
  const needs = createNeeds()
  let row = 0
  let because: PortalError | null = null
  const note: DryNeeds['note'] = (kind, { verdict, problem }) => {
    if (verdict !== 'refused' && verdict !== 'conflict') return
    if (kind !== 'role') because = problem
    needs.miss(kind)
  }
  return {
    against(kind, itemOrdinal) {
      if (itemOrdinal !== row) needs.nextRow()
      row = itemOrdinal
      if (because === null || !needs.areMissing(kind)) return null
      const { code, nextStep } = because
      const detail =
        'It would not be tried, because what it needs of its row, its identity or its resource group would not be made.'
      return { verdict: 'refused', problem: new PortalError(code, { detail, nextStep }) }
    },
    standOn(group) {
      if (group) note('resource-group', group)
    },
    note,
  }
}
