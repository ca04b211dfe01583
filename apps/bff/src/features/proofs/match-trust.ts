import type { PresentedClaims } from '@trustwright/federation'
import { claimsMatch } from '../../domain/claims-match.ts'
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
  if (claimsMatch(claims, asked)) return { provesThisTrust: true, matchedTrustName: asked.name }
  const others = await unlessRefused(listAll())
  const other = others.find((credential) => claimsMatch(claims, credential))
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
