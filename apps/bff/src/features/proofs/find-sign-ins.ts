import type { SignInsOfTrust, TrustRef } from '@trustwright/shared-schemas'
import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { activityEvent } from '../../db/schema.ts'
import { holderOf } from '../../domain/credential-holder.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { readLadder } from '../../domain/proof-ladder.ts'
import { rememberProof } from '../../domain/remember-proof.ts'
import { resourceKey } from '../../domain/resource-ids.ts'
import type { CredentialSignIn } from '../../directory-port.ts'
import type { Caller } from '../../ports.ts'
import type { ProofDeps } from './proof-deps.ts'

const daysBack = 7
const mostShown = 20

/**
 * Rows of Entra's sign-in log that name the credential. A credential keeps its ID when its values change, so rows from before
 * the last change that the portal knows of prove nothing about the values of now.
 */
export async function findSignIns(
  deps: Pick<ProofDeps, 'arm' | 'directory' | 'clock' | 'db'>,
  caller: Caller,
  { parent, trustName }: TrustRef,
): Promise<SignInsOfTrust> {
  const { clock, db, directory } = deps
  const holder = holderOf(deps, parent)
  const [credential, identity] = await Promise.all([
    holder.read(caller, trustName),
    holder.readIdentity(caller),
  ])
  const weekAgo = new Date(clock.now() - daysBack * 86_400_000)
  const changedAt = await lastChange(db, credential.id)
  const since = changedAt !== null && changedAt > weekAgo ? changedAt : weekAgo
  const credentialId =
    credential.credentialId ??
    (identity.principalId === null
      ? null
      : await directory.findCredentialId(caller, identity.principalId, credential.name))
  const log = await directory.listCredentialSignIns(caller, identity.clientId, since)
  const rows = log.signIns
    .filter((row) => row.credentialId.toLowerCase() === credentialId?.toLowerCase())
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
  const used = rows.find(({ errorCode }) => errorCode === 0)
  const fingerprint = fingerprintOf(credential)
  if (used !== undefined) {
    await rememberProof(db, {
      trustId: credential.id,
      fingerprint,
      means: 'sign-in-log',
      at: used.at,
      by: caller.username,
      evidence: { ipAddress: used.ipAddress, correlationId: used.correlationId },
    })
  }
  const { seen } = await readLadder(db, credential.id, fingerprint)
  const records = rows.slice(0, mostShown).map(toRecord)
  return {
    records,
    since: since.toISOString(),
    complete: log.complete,
    seen: seen === null ? null : { ...seen, means: seen.means ?? 'exchange' },
  }
}

/** When the portal last stored or changed it, also where it cannot tell whether Azure did. */
async function lastChange(db: Database, trustId: string): Promise<Date | null> {
  const [event] = await db
    .select({ at: activityEvent.at, finishedAt: activityEvent.finishedAt })
    .from(activityEvent)
    .where(
      and(
        eq(activityEvent.targetKey, resourceKey(trustId)),
        inArray(activityEvent.operation, ['trust.create', 'trust.change', 'trust.restore']),
        ne(activityEvent.outcome, 'refused'),
      ),
    )
    .orderBy(desc(activityEvent.sequence))
    .limit(1)
  return event === undefined ? null : (event.finishedAt ?? event.at)
}

function toRecord({ at, errorCode, ipAddress, resource, correlationId }: CredentialSignIn) {
  return {
    at: at.toISOString(),
    succeeded: errorCode === 0,
    errorCode,
    ipAddress,
    resource,
    correlationId,
  }
}
