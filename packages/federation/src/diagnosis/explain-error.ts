import type { Cause, Diagnosis } from './cause.ts'
import { causeOf } from './cause.ts'
import { causeFacts } from './codes.ts'
import { presentedInLog } from './claims/presented.ts'
import type { KnownTrust } from './claims/token-context.ts'
import type { ErrorContext } from './error/error-case.ts'
import { errorCauses } from './error/error-causes.ts'
import type { Phase } from '../tokens/further-facts.ts'
import type { Quoted } from './error/quoted-values.ts'
import { readFailure } from './error/read-failure.ts'
import { type ComparedTrust, nearestTrusts } from './judge-presented.ts'
import { diagnosisOf } from './order.ts'
import { explainExchangeError } from '../tokens/exchange-error.ts'

/** What else is known where an error came up. */
export interface ErrorSurroundings {
  /** Trusts of the identity that the workload signs in with; absent or null when they are not known. */
  readonly trusts?: readonly KnownTrust[] | null
  readonly context?: ErrorContext
}

export interface ErrorDiagnosis extends Diagnosis {
  /** `AADSTS700213`, or null when the text names no code of Entra. */
  readonly code: string | null
  /** What the code proves, in Entra’s terms; null without a code. */
  readonly proves: string | null
  /** What must not be concluded from it. */
  readonly doesNotProve: string | null
  /** Where it failed; null when the text does not say. */
  readonly phase: Phase | null
  /** Values that the text quotes. */
  readonly quoted: Quoted
  /** At most three trusts, most alike first. */
  readonly nearest: readonly ComparedTrust[]
}

/**
 * Why an error of Entra, Azure Resource Manager, Graph or a tool came up, wherever it stands in a text: bare, in a log of
 * Terraform or azure/login, in JSON inside JSON, in HTML. Takes any text; it never throws, and its time grows with the
 * length alone. The time is `context.now` alone.
 */
export function explainError(
  text: string,
  { trusts = null, context = {} }: ErrorSurroundings = {},
): ErrorDiagnosis {
  const failure = readFailure(text)
  const { phase, causes, nearest } = errorCauses({ failure, trusts, context })
  const { issuer, subject, audience } = failure.quoted
  const presented = presentedInLog({ issuer, subject, audience })
  const [code] = failure.codes
  const diagnosis = diagnosisOf(causes.length > 0 ? causes : [unknown()])
  return {
    ...diagnosis,
    code: code === undefined ? null : `AADSTS${code}`,
    proves: code === undefined ? null : meaningOf(code),
    doesNotProve: limitOf(diagnosis.causes[0]),
    phase,
    quoted: failure.quoted,
    nearest:
      issuer === undefined && subject === undefined && audience === undefined
        ? []
        : (nearest ?? nearestTrusts(presented, trusts ?? [], context)),
  }
}

function meaningOf(code: string): string {
  return explainExchangeError({ error_description: `AADSTS${code}` }).explanation
}

function limitOf(cause: Cause | undefined): string | null {
  if (cause === undefined) return null
  const fact = causeFacts[cause.code]
  return 'doesNotProve' in fact ? fact.doesNotProve : null
}

function unknown(): Cause {
  return causeOf('text-unknown', {
    severity: 'info',
    certainty: 'possible',
    text: 'The text names no failure that is known here.',
    evidence: 'Neither a code of Entra, Resource Manager or Graph nor a sentence of a known tool was found.',
    fix: 'Paste the lines around the first “error”, with AADSTS and its number if there is one.',
  })
}
