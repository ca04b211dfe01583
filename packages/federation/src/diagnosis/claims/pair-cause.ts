import type { Difference } from '../../claims/difference.ts'
import { type Cause, type CauseAction, type CauseCertainty, type ClaimAlignment, causeOf } from '../cause.ts'
import type { CauseCode } from '../codes.ts'
import type { Severity } from '../../model/warning.ts'
import { letterCaseWords } from '../letters.ts'
import { alignClaims } from './align-claims.ts'
import type { Pair } from './pair.ts'

export type PairRule = (pair: Pair) => readonly Cause[]

interface PairWords {
  readonly text: string
  readonly fix: string
  readonly certainty?: CauseCertainty
  readonly severity?: Severity
  /** Put before the two values. */
  readonly evidence?: string
  /** `set` writes the value of the token into the trust; `create` makes a trust beside it. */
  readonly action?: 'set' | 'create' | CauseAction
}

/** A cause in one claim of a pair, with both values and where their letters differ. */
export function pairCause(
  pair: Pair,
  claim: ClaimAlignment['claim'],
  code: CauseCode,
  { text, fix, certainty = 'certain', severity = 'block', evidence, action }: PairWords,
): Cause {
  const difference = pair[claim]
  const { stored, presented } = difference ?? { stored: '', presented: '' }
  const found = actionOf(pair, claim, presented, action)
  const values = difference === null ? [] : [`Trust: ${shown(stored)} · token: ${shown(presented)}`]
  const letters = difference === null ? [] : lettersOf(difference)
  return causeOf(code, {
    severity,
    certainty,
    text,
    evidence: [...(evidence === undefined ? [] : [evidence]), ...letters, ...values].join('. '),
    fix,
    field: claim,
    ...(found === undefined ? {} : { action: found }),
    ...(difference === null ? {} : { alignments: [alignClaims(claim, stored, presented)] }),
  })
}

/** A value as a sentence shows it: whole up to the length that Azure stores. */
export function shown(value: string): string {
  if (value === '') return 'none'
  return value.length > 600 ? `${value.slice(0, 600)}…` : value
}

function actionOf(
  { trust, presented }: Pair,
  field: ClaimAlignment['claim'],
  value: string,
  action: PairWords['action'],
): CauseAction | undefined {
  if (action === 'set') return value === '' ? undefined : { kind: 'set', field, value }
  if (action !== 'create') return action
  const issuer = presented.issuer ?? trust.issuer ?? ''
  const subject = presented.subject ?? trust.subject ?? ''
  const audience = trust.audiences?.[0] ?? presented.audiences?.[0] ?? ''
  return issuer === '' || subject === '' ? undefined : { kind: 'create', issuer, subject, audience }
}

/** The letters that differ, named, where case alone differs. */
function lettersOf({ stored, presented, kind }: Difference): readonly string[] {
  return kind === 'case' ? [letterCaseWords(stored, presented)] : []
}
