import {
  compareClaims,
  evaluateExpression,
  parseExpression,
  type PresentedClaims,
} from '@trustwright/federation'
import { PortalError } from '../../errors.ts'
import type { StoredCredential } from '../../ports.ts'

export interface Match {
  readonly provesThisTrust: boolean
  readonly matchedTrustName: string | null
}

/**
 * Which trust of the parent Entra must have used: the asked one where it matches, else the first of the others that does
 * (of those with a subject it is one at most; patterns may overlap). Null where the others cannot be read now: Entra has
 * answered already, and that it took the token stays true.
 */
export async function matchTrust(
  claims: PresentedClaims,
  asked: StoredCredential,
  listAll: () => Promise<readonly StoredCredential[]>,
): Promise<Match> {
  if (matches(claims, asked)) return { provesThisTrust: true, matchedTrustName: asked.name }
  const others = await unlessRefused(listAll())
  const other = others.find((credential) => matches(claims, credential))
  return { provesThisTrust: false, matchedTrustName: other?.name ?? null }
}

async function unlessRefused<T>(listing: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await listing
  } catch (error) {
    if (error instanceof PortalError) return []
    throw error
  }
}

function matches(claims: PresentedClaims, credential: StoredCredential): boolean {
  const compared = compareClaims(claims, credential)
  if (!credential.expression) return compared.matches
  const { expression } = parseExpression(credential.expression)
  if (expression === null || compared.issuer !== null || compared.audience !== null) return false
  return evaluateExpression(expression, { ...claims }).matches
}
