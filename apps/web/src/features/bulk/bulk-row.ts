import type { FieldValues, PresetId } from '@trustwright/federation'

/** What is wrong with one cell or field of a row. */
export interface RowProblem {
  /** As a person calls it: `environment`; empty where it is about the whole row. */
  readonly field: string
  readonly message: string
}

/** One row as it was read, before anything is compiled. */
export interface WantedRow {
  /** Number that a person finds it by: the line of the file, or the position in the matrix. */
  readonly number: number
  /** `contoso/pay-api`, or the subject: rows of one workload stay together. */
  readonly workload: string
  readonly presetId: PresetId
  readonly fields: FieldValues
  /** Empty: the preset's own. */
  readonly name: string
  readonly audience: string
  readonly description: string
  /** Identity that the row itself names; empty: any of those chosen. */
  readonly identity: string
  /** The cells as they stood, for the file of refused rows. */
  readonly cells: readonly string[]
  readonly problems: readonly RowProblem[]
  /** The row gave its issuer and subject, which are stored letter by letter. */
  readonly isAsWritten: boolean
}

/** `row 17, environment: …`. */
export function problemWords(number: number, { field, message }: RowProblem): string {
  return field === '' ? `Row ${number}: ${message}` : `Row ${number}, ${field}: ${message}`
}

export const mostRows = 10_000
