import { compareClaims, type PresentedClaims } from '@trustwright/federation'
import type { StoredCredential } from '../../ports.ts'

export interface Match {
  readonly provesThisTrust: boolean
  readonly matchedTrustName: string | null
}

/** Which trust of the identity Entra must have used. Issuer and subject are unique there, so it is one at most. */
export async function matchTrust(
  claims: PresentedClaims,
  asked: StoredCredential,
  listAll: () => Promise<readonly StoredCredential[]>,
): Promise<Match> {
  if (compareClaims(claims, asked).matches) return { provesThisTrust: true, matchedTrustName: asked.name }
  const other = (await listAll()).find((credential) => compareClaims(claims, credential).matches)
  return { provesThisTrust: false, matchedTrustName: other?.name ?? null }
}
