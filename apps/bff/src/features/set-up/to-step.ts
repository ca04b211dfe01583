import type { SetUpStep } from '@trustwright/shared-schemas'
import type { setUpStep } from '../../db/schema-set-up.ts'

/** A stored step as the contract shows it. */
export function toStep(row: typeof setUpStep.$inferSelect): SetUpStep {
  const { ordinal, itemOrdinal, kind, name, state, code, detail, nextStep, missing, result } = row
  return {
    ordinal,
    itemOrdinal,
    kind,
    name,
    state,
    code,
    detail,
    nextStep,
    ...(missing && { missing }),
    result,
    waitingUntil: row.waitingUntil?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
