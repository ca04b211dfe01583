import { randomUUID } from 'node:crypto'
import type { NewBeacon, TrustRef } from '@trustwright/shared-schemas'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { beacon } from '../../db/schema-beacons.ts'
import { holderOf } from '../../domain/credential-holder.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { hashSecret, newSecret } from '../../sessions/secrets.ts'
import { beaconAddress } from './beacon-address.ts'
import type { BeaconDeps } from './beacon-deps.ts'
import { toBeacon } from './to-beacon.ts'

const mostWaiting = 10

/** For who may read the trust. Throws BEACON_LIMIT_REACHED where ten of the person's wait. */
export async function openBeacon(
  deps: BeaconDeps,
  caller: Caller,
  { parent, trustName }: TrustRef,
): Promise<NewBeacon> {
  const { audit, clock, db, settings } = deps
  const holder = holderOf(deps, parent)
  const credential = await holder.read(caller, trustName)
  const now = clock.now()
  const { tenantId, objectId, username } = caller
  const [beaconId, secret] = [randomUUID(), newSecret()]
  const { issuer, subject, audiences, expression } = credential
  const row = await db.transaction(async (tx) => {
    const owner = `beacons ${tenantId} ${objectId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
    const waiting = await tx.$count(
      beacon,
      and(
        eq(beacon.tenantId, tenantId),
        eq(beacon.ownerObjectId, objectId),
        isNull(beacon.heardAt),
        gt(beacon.expiresAt, new Date(now)),
      ),
    )
    if (waiting >= mostWaiting) throw new PortalError('BEACON_LIMIT_REACHED')
    const [made] = await tx
      .insert(beacon)
      .values({
        beaconId,
        secretHash: hashSecret(secret),
        tenantId,
        ownerObjectId: objectId,
        ownerUsername: username,
        parent,
        trustName,
        trustId: credential.id,
        fingerprint: fingerprintOf(credential),
        trust: { issuer, subject, audiences, expression: expression ?? null },
        audience: `${settings.audience}/${beaconId}`,
        createdAt: new Date(now),
        expiresAt: new Date(now + settings.lifetimeMs),
      })
      .returning()
    if (made === undefined) throw new Error('PostgreSQL returned no row for an insert')
    return made
  })
  const target = holder.trustId(credential.name)
  await audit.record({
    caller,
    operation: 'beacon.open',
    target,
    outcome: 'succeeded',
    after: { expiresAt: row.expiresAt.toISOString() },
  })
  return {
    beacon: toBeacon(row, now),
    address: beaconAddress(settings.portalOrigin, { beaconId, secret }),
  }
}
