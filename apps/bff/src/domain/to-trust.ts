import type { Oddity, Trust, TrustParent } from '@trustwright/shared-schemas'
import { holdsUnseen, TrustName } from '@trustwright/shared-schemas'
import type { StoredCredential } from '../ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { ProofLadder } from './proof-ladder.ts'
import { parseIdentityId } from './resource-ids.ts'

/** What the portal itself knows about a stored trust. */
export interface TrustFacts extends ProofLadder {
  readonly createdAt: Date | null
  readonly firstSeenAt: Date | null
}

/** A stored credential as the interface shows it: nothing is corrected or left out, what is odd is flagged. */
export function toTrust(credential: StoredCredential, asked: TrustParent, facts: TrustFacts): Trust {
  const { credentialId, description, expression } = credential
  return {
    parent: parentOf(credential, asked),
    resourceId: credential.id,
    name: credential.name,
    issuer: credential.issuer,
    subject: credential.subject,
    audiences: [...credential.audiences],
    oddities: findOddities(credential),
    fingerprint: fingerprintOf(credential),
    createdAt: facts.createdAt?.toISOString() ?? null,
    firstSeenAt: facts.firstSeenAt?.toISOString() ?? null,
    checked: facts.checked,
    matched: facts.matched,
    seen: facts.seen,
    ...(credentialId !== undefined && { credentialId }),
    ...(description !== undefined && { description }),
    ...(expression !== undefined && { expression }),
  }
}

/** As Azure spells the names of a managed identity. */
function parentOf({ id }: StoredCredential, asked: TrustParent): TrustParent {
  const path = asked.kind === 'managedIdentity' ? parseIdentityId(id) : null
  return path === null ? asked : { kind: 'managedIdentity', ...path }
}

function findOddities({ name, issuer, subject, audiences, expression }: StoredCredential): Oddity[] {
  const oddities: Oddity[] = []
  if ((subject === null || subject === '') && !expression) oddities.push('no-subject')
  if (audiences.length !== 1) oddities.push('not-one-audience')
  const values = [issuer, subject ?? '', ...audiences]
  if (values.some((value) => value !== value.trim())) oddities.push('outer-white-space')
  if ([...values, expression ?? ''].some(holdsUnseen)) oddities.push('unseen-character')
  if (!issuer.trim().startsWith('https://')) oddities.push('issuer-not-https')
  if (!TrustName.safeParse(name).success) oddities.push('name-outside-rules')
  return oddities
}
