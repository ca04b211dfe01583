import type { Beacon } from '@trustwright/shared-schemas'
import { and, desc, eq } from 'drizzle-orm'
import { beacon } from '../../db/schema-beacons.ts'
import type { Caller } from '../../ports.ts'
import type { BeaconDeps } from './beacon-deps.ts'
import { toBeacon } from './to-beacon.ts'

/** The person's own that are kept, newest first, at most 50. Their addresses were told once and are known to nobody. */
export async function listBeacons(
  { clock, db }: Pick<BeaconDeps, 'clock' | 'db'>,
  { tenantId, objectId }: Caller,
): Promise<Beacon[]> {
  const rows = await db
    .select()
    .from(beacon)
    .where(and(eq(beacon.tenantId, tenantId), eq(beacon.ownerObjectId, objectId)))
    .orderBy(desc(beacon.createdAt))
    .limit(50)
  const now = clock.now()
  return rows.map((row) => toBeacon(row, now))
}
