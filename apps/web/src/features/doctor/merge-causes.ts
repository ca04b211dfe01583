import type { Cause, ErrorDiagnosis } from '@trustwright/federation'

interface Found {
  readonly error: ErrorDiagnosis | null
  /** What the comparison of the claims found. */
  readonly token: readonly Cause[]
  /** The claims are a token's own, not what a log prints of one. */
  readonly isSigned: boolean
}

/**
 * The causes of an error and of the claims beside it in one order. A token shows more than an error quotes, so it leads
 * where the exchange failed over its claims; an error of any other kind leads itself.
 */
export function mergeCauses({ error, token, isSigned }: Found): readonly Cause[] {
  if (error === null) return token
  const blames = token.some(({ severity }) => severity === 'block')
  const isOfClaims = error.phase === 'exchange' && /^AADSTS(?:7002\d|70021)/.test(error.code ?? '')
  const isTokenFirst = isSigned && blames && isOfClaims
  // A log's claims are those that the error was explained with already.
  const rest = isSigned ? token : []
  const causes = isTokenFirst ? [...rest, ...error.causes] : [...error.causes, ...rest]
  return causes.filter((cause, at) => causes.findIndex(({ code }) => code === cause.code) === at)
}
