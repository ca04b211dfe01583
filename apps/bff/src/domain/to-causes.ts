import type { Cause } from '@trustwright/federation'
import { DiagnosedCause } from '@trustwright/shared-schemas'

/** Causes as the API answers them. */
export function toCauses(causes: readonly Cause[]): DiagnosedCause[] {
  return causes.map((cause) => DiagnosedCause.parse(cause))
}
