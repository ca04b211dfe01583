import type { Cause, Diagnosis } from './cause.ts'
import { causeOf } from './cause.ts'
import type { Pair } from './claims/pair.ts'
import { type Presented, presentedToken } from './claims/presented.ts'
import { readPresented } from './claims/read-presented.ts'
import type { KnownTrust, TokenContext } from './claims/token-context.ts'
import { explainError } from './explain-error.ts'
import { type ComparedTrust, judgePresented } from './judge-presented.ts'
import { diagnosisOf } from './order.ts'
import { algorithmCauses } from './rules/token/form/algorithm.ts'
import { entraTokenCauses } from './rules/token/form/entra-token.ts'
import { tenantPolicyCauses } from './rules/token/form/tenant-policy.ts'
import { timeCauses } from './rules/token/form/time.ts'
import { otherClientCauses } from './rules/token/other-identity.ts'
import { refusedThoughEqual } from './rules/token/propagation.ts'

/** A token as text, or already decoded. */
export type ComparedToken = string | { readonly header?: unknown; readonly claims: unknown }

export interface TokenDiagnosis extends Diagnosis {
  /** Names of the trusts that fit the token to the letter. */
  readonly matching: readonly string[]
  /** At most three, most alike first, each with its differences letter by letter. */
  readonly nearest: readonly ComparedTrust[]
}

/**
 * Why a token does not match the trusts of an identity: every difference to the nearest one, and what is wrong with the
 * token itself. Takes a JWT (its signature is not checked), `{ header, claims }`, the claims as JSON, or the block that
 * azure/login prints. Never throws; no cause means that everything known fits. The time is `context.now` alone.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function compareToken(
  token: ComparedToken,
  trusts: readonly KnownTrust[],
  context: TokenContext = {},
): TokenDiagnosis {
  const presented =
    typeof token === 'string' ? readPresented(token) : presentedToken(token.header, token.claims)
  if ('problem' in presented)
    return { ...diagnosisOf([notAToken(presented.problem)]), matching: [], nearest: [] }
  const { matching, nearest, causes } = judgePresented(presented, trusts, context)
  const own = ownCauses(presented, context, matching.length > 0)
  const [first] = matching
  const isUnexplained = first !== undefined && !own.some(({ severity }) => severity === 'block')
  const refused = isUnexplained ? refusalCauses(first, context) : []
  return {
    ...diagnosisOf([...causes, ...own, ...refused]),
    matching: matching.map(({ trust }) => trust.name ?? ''),
    nearest,
  }
}

/** Why Entra refused a token that fits: by the code it gave, else by a record that is not everywhere yet. */
function refusalCauses(first: Pair, { rejectedWith }: TokenContext): readonly Cause[] {
  if (rejectedWith === undefined) return []
  const { code, causes } = explainError(rejectedWith)
  const isOfMatch = code === null || /^AADSTS(?:70021|70025)/.test(code)
  return isOfMatch ? refusedThoughEqual(first) : causes
}

/** What is wrong with the token, whatever the trusts say. */
function ownCauses(presented: Presented, context: TokenContext, isMatched: boolean): readonly Cause[] {
  const isRefusedByMatch = /70021|70025/.test(context.rejectedWith ?? '')
  return [
    ...otherClientCauses(context),
    ...algorithmCauses(presented, context),
    ...entraTokenCauses(presented, context),
    ...tenantPolicyCauses(presented, context),
    ...timeCauses(presented, context, isMatched && !isRefusedByMatch),
  ]
}

function notAToken(problem: string): Cause {
  const at = problem.indexOf('. ') + 1
  return causeOf('not-a-token', {
    severity: 'block',
    certainty: 'certain',
    text: at > 0 ? problem.slice(0, at) : problem,
    evidence: 'Neither a token nor its claims were found in the text.',
    fix: at > 0 ? problem.slice(at + 1).trim() : 'Paste the token that the workload received.',
  })
}
