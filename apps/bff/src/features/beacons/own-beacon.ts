import { and, eq } from 'drizzle-orm'
import { beacon } from '../../db/schema-beacons.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { signInHolds } from '../../sessions/sign-in-holds.ts'
import type { BeaconDeps } from './beacon-deps.ts'
import type { BeaconRow } from './to-beacon.ts'

/** Only the person's own. Throws BEACON_NOT_FOUND. */
export async function ownBeacon(
  { db }: Pick<BeaconDeps, 'db'>,
  caller: Caller,
  beaconId: string,
): Promise<BeaconRow> {
  const [row] = await db.select().from(beacon).where(owned(caller, beaconId))
  if (row === undefined) throw new PortalError('BEACON_NOT_FOUND')
  return row
}

/** The same; null also where the session is gone: a stream ends with it, not only at its next request. */
export async function beaconOfSession(
  { db }: Pick<BeaconDeps, 'db'>,
  caller: Caller,
  beaconId: string,
): Promise<BeaconRow | null> {
  if (!(await signInHolds(db, caller))) return null
  const [row] = await db.select().from(beacon).where(owned(caller, beaconId))
  return row ?? null
}

function owned({ tenantId, objectId }: Caller, beaconId: string) {
  return and(eq(beacon.beaconId, beaconId), eq(beacon.tenantId, tenantId), eq(beacon.ownerObjectId, objectId))
}
