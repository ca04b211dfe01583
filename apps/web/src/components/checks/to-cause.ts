import type { Cause } from '@trustwright/federation'
import type { DiagnosedCause } from '@trustwright/shared-schemas'

/** A cause as the server sent it: its code and family come from the same closed list, which the contract does not repeat. */
export function toCause(cause: DiagnosedCause): Cause {
  return cause as unknown as Cause
}
