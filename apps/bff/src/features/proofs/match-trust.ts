import {
  compareClaims,
  evaluateExpression,
  parseExpression,
  type PresentedClaims,
} from '@trustwright/federation'
import type { StoredCredential } from '../../ports.ts'

export interface Match {
  readonly provesThisTrust: boolean
  readonly matchedTrustName: string | null
}

/**
 * Which trust of the parent Entra must have used: the asked one where it matches, else the first of the others that does
 * (of those with a subject it is one at most; patterns may overlap).
 */
export async function matchTrust(
  claims: PresentedClaims,
  asked: StoredCredential,
  listAll: () => Promise<readonly StoredCredential[]>,
): Promise<Match> {
  if (matches(claims, asked)) return { provesThisTrust: true, matchedTrustName: asked.name }
  const other = (await listAll()).find((credential) => matches(claims, credential))
  return { provesThisTrust: false, matchedTrustName: other?.name ?? null }
}

function matches(claims: PresentedClaims, credential: StoredCredential): boolean {
  const compared = compareClaims(claims, credential)
  if (!credential.expression) return compared.matches
  const { expression } = parseExpression(credential.expression)
  if (expression === null || compared.issuer !== null || compared.audience !== null) return false
  return evaluateExpression(expression, { ...claims }).matches
}
