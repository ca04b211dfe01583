import type { ErrorCode, Problem } from '@trustwright/shared-schemas'
import { errorTexts } from './error-texts.ts'

type Extras = Partial<
  Pick<
    Problem,
    | 'fields'
    | 'upstream'
    | 'missing'
    | 'causes'
    | 'guardrails'
    | 'retryAfterSeconds'
    | 'current'
    | 'rows'
    | 'claims'
    | 'consent'
  >
>

export interface PortalErrorOptions extends Extras {
  /** What happened and why, for the person. Absent: the code's general text. */
  readonly detail?: string
  /** What to do now. Absent: the code's general text. */
  readonly nextStep?: string
  /** For the log only. */
  readonly cause?: unknown
}

/** An error that a person may see. Anything else that is thrown becomes INTERNAL. */
export class PortalError extends Error {
  override readonly name = 'PortalError'
  readonly code: ErrorCode
  readonly detail: string
  readonly nextStep: string
  readonly extras: Extras

  constructor(code: ErrorCode, options: PortalErrorOptions = {}) {
    const { detail, nextStep, cause, ...extras } = options
    super(`${code}: ${detail ?? errorTexts[code].detail}`, { cause })
    this.code = code
    this.detail = detail ?? errorTexts[code].detail
    this.nextStep = nextStep ?? errorTexts[code].nextStep
    this.extras = extras
  }
}
