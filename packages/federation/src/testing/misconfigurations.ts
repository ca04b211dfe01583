import { readFileSync } from 'node:fs'
import type { CauseFamily, Diagnosis } from '../diagnosis/cause.ts'
import { checkTrust } from '../diagnosis/check-trust.ts'
import { compareToken } from '../diagnosis/compare-token.ts'
import { explainError } from '../diagnosis/explain-error.ts'
import { judgeProbe } from '../diagnosis/judge-probe.ts'
import { judgeWrite, type PlannedWrite } from '../diagnosis/judge-write.ts'
import type { DiagnosedParentKind } from '../diagnosis/trust.ts'

type Check = Parameters<typeof checkTrust>
type Probe = Parameters<typeof judgeProbe>
type Token = Parameters<typeof compareToken>
type Failure = Parameters<typeof explainError>

/** One situation of a case, at the place where it can be seen. */
export type MisconfigurationInput = { readonly expectFamily?: CauseFamily } & (
  | {
      readonly via: 'draft'
      readonly parentKind: DiagnosedParentKind
      readonly draft: Check[0]
      readonly context: NonNullable<Check[1]>
    }
  | {
      readonly via: 'probe'
      readonly issuer: Probe[0]
      readonly discovery: Probe[1]
      readonly trust: Probe[2]
    }
  | ({ readonly via: 'preflight' } & PlannedWrite)
  | {
      readonly via: 'token'
      readonly header: unknown
      readonly claims: unknown
      readonly trusts: Token[1]
      readonly context: NonNullable<Token[2]>
    }
  | {
      readonly via: 'error'
      readonly text: Failure[0]
      readonly trusts: Token[1]
      readonly context: NonNullable<Token[2]>
    }
)

/** A real mistake, its names made up. */
export interface Misconfiguration {
  readonly id: string
  readonly family: CauseFamily
  readonly title: string
  readonly inputs: readonly MisconfigurationInput[]
  readonly expect: {
    readonly family: CauseFamily
    /** One of these words has to be read in the answer. */
    readonly mentions: readonly string[]
    readonly mustNotBlame: readonly CauseFamily[]
    readonly fix: string
  }
  /** Set where a case has two faults, or where a warning is right and a refusal wrong. */
  readonly note?: string
}

// The file is the project's own data, written in this shape.
export const misconfigurations = JSON.parse(
  readFileSync(new URL('misconfigurations.json', import.meta.url), 'utf8'),
) as readonly Misconfiguration[]

/** What the engine says at the place where the input can be seen. */
export function judged(input: MisconfigurationInput): Diagnosis {
  switch (input.via) {
    case 'draft':
      return checkTrust(input.draft, { ...input.context, parentKind: input.parentKind })
    case 'probe':
      return judgeProbe(input.issuer, input.discovery, input.trust)
    case 'preflight':
      return judgeWrite(input)
    case 'token':
      return compareToken({ header: input.header, claims: input.claims }, input.trusts, input.context)
    case 'error':
      return explainError(input.text, { trusts: input.trusts, context: input.context })
    default:
      return input satisfies never
  }
}
