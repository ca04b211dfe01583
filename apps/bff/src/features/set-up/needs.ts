import type { SetUpStepKind } from '@trustwright/shared-schemas'

/**
 * What the steps of one identity or application need of each other, row by row. Nothing is made on what is not there; roles
 * are given to the service principal, and not where a trust of their row is missing: nobody would use them.
 */
export interface Needs {
  nextRow(): void
  areMissing(kind: SetUpStepKind): boolean
  /** A step of that kind did not succeed. */
  miss(kind: SetUpStepKind): void
}

export function createNeeds(): Needs {
  const missing = { parent: false, principal: false, trustOfRow: false }
  return {
    nextRow() {
      missing.trustOfRow = false
    },
    areMissing: (kind) => missing.parent || (kind === 'role' && (missing.principal || missing.trustOfRow)),
    miss(kind) {
      if (kind === 'resource-group' || kind === 'identity' || kind === 'application') missing.parent = true
      if (kind === 'service-principal') missing.principal = true
      if (kind === 'trust') missing.trustOfRow = true
    },
  }
}
