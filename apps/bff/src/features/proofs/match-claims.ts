import { holdsToken, type ClaimsOfTrust, type ProofStep } from '@trustwright/shared-schemas'
import { claimsMatch } from '../../domain/claims-match.ts'
import { holderOf } from '../../domain/credential-holder.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { readLadder } from '../../domain/proof-ladder.ts'
import { rememberProof } from '../../domain/remember-proof.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { ProofDeps } from './proof-deps.ts'

/**
 * Compares claims that a browser read in a pasted token with what is stored now. A match is remembered as one of claims
 * alone: nobody saw the token's signature. Throws TRUST_CHANGED_MEANWHILE, TOKEN_NOT_WANTED.
 */
export async function matchClaims(
  deps: Pick<ProofDeps, 'arm' | 'directory' | 'clock' | 'db'>,
  caller: Caller,
  { parent, trustName, fingerprint, claims: { more, ...claims } }: ClaimsOfTrust,
): Promise<{ matched: ProofStep | null }> {
  const given = [claims.iss, claims.sub, ...claims.aud, ...Object.values(more ?? {})]
  if (given.some(holdsToken)) throw new PortalError('TOKEN_NOT_WANTED')
  const credential = await holderOf(deps, parent).read(caller, trustName)
  if (fingerprintOf(credential) !== fingerprint) throw new PortalError('TRUST_CHANGED_MEANWHILE')
  if (!claimsMatch({ ...more, ...claims }, credential)) return { matched: null }
  const at = new Date(deps.clock.now())
  const proof = { trustId: credential.id, fingerprint, at, by: caller.username }
  await rememberProof(deps.db, { ...proof, means: 'claims' })
  return { matched: (await readLadder(deps.db, credential.id, fingerprint)).matched }
}
