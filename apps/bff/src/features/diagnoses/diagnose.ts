import { compareToken, explainError, type Cause, type ErrorDiagnosis } from '@trustwright/federation'
import type { DiagnosisAnswer, DiagnosisRequest, PresentedClaims } from '@trustwright/shared-schemas'
import { toCauses } from '../../domain/to-causes.ts'
import type { Near } from '../../domain/tenant-trusts.ts'
import type { Caller } from '../../ports.ts'
import type { DiagnosisDeps } from './diagnosis-deps.ts'
import { knownTrusts } from './known-trusts.ts'
import { refuseTokens } from './refuse-tokens.ts'

/** The same engine as that of form and doctor, over the text of a failure, the claims, or both. Throws TOKEN_NOT_WANTED. */
export async function diagnose(
  deps: DiagnosisDeps,
  caller: Caller,
  { errorText, claims, parent }: DiagnosisRequest,
): Promise<DiagnosisAnswer> {
  refuseTokens([errorText ?? '', ...(claims === undefined ? [] : textsOf(claims))])
  const now = new Date(deps.clock.now()).toISOString()
  const context = { cloud: deps.cloud, tenantId: caller.tenantId, now }
  const read = errorText === undefined ? null : explainError(errorText, { context })
  const { trusts, comparedWith } = await knownTrusts(deps, caller, parent, nearOf(claims, read))
  const ofText = errorText === undefined ? [] : explainError(errorText, { trusts, context }).causes
  const ofClaims =
    claims === undefined || trusts === null
      ? []
      : compareToken({ claims }, trusts, {
          ...context,
          ...rejectionOf(read),
        }).causes
  return { causes: toCauses(eachOnce([...ofClaims, ...ofText])), comparedWith }
}

function textsOf({ iss, sub, aud }: PresentedClaims): string[] {
  return [iss, sub, ...(typeof aud === 'string' ? [aud] : aud)]
}

/** Null: nothing says which trusts are near, so all are. */
function nearOf(claims: PresentedClaims | undefined, read: ErrorDiagnosis | null): Near | null {
  if (claims !== undefined) return { issuer: claims.iss, subject: claims.sub }
  const { issuer = '', subject = '' } = read?.quoted ?? {}
  return issuer === '' && subject === '' ? null : { issuer, subject }
}

/** What claims and text both say is said once. */
function eachOnce(causes: readonly Cause[]): readonly Cause[] {
  return [
    ...new Map(causes.toReversed().map((cause) => [`${cause.code} ${cause.text}`, cause])).values(),
  ].toReversed()
}

/** Only a refusal to match makes equal claims strange; any other has a reason of its own. */
function rejectionOf(read: ErrorDiagnosis | null): { readonly rejectedWith?: string } {
  const code = read?.code ?? ''
  return /^AADSTS(?:70021|7002131|7002138|70025$)/.test(code) ? { rejectedWith: code } : {}
}
