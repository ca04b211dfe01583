import type { PlantedFault } from '../kernel/entities/answer-sheet.ts'
import type { World } from '../kernel/world.ts'
import type { PlannedFault, PlannedParent } from './plan.ts'
import type { StoredParent } from './plant-parent.ts'

/** Writes down what was planted wrong; `trusts` in the order of the plan. */
export function noteFaults(
  { store }: World,
  planned: PlannedParent,
  { named, principalId }: StoredParent,
  trusts: readonly { id: string; name: string }[],
): void {
  const note = ({ fault, onlyIf }: PlannedFault, trust: PlantedFault['trust']) => {
    const row: PlantedFault = { fault, parent: named, trust, ...(onlyIf ? { onlyIf } : {}) }
    store.plantedFaults.put(`${fault} ${trust?.id ?? principalId}`, row)
  }
  for (const fault of planned.faults) note(fault, null)
  planned.trusts.forEach(({ faults }, index) => {
    for (const fault of faults) note(fault, trusts[index] ?? null)
  })
}
