import type { Cause, CauseField } from '@trustwright/federation'
import type { FieldNote } from '../forms/field-frame.tsx'

const words = 'This value is at fault: why, and what to do, stands with what will be stored.'

/** Marks the field whose value would fail; the cause itself stands where the claims are shown. */
export function faultNotes(causes: readonly Cause[], key: CauseField | (string & {})): readonly FieldNote[] {
  const isAtFault = causes.some(({ field, severity }) => field === key && severity === 'block')
  return isAtFault ? [{ severity: 'fault', text: words }] : []
}
