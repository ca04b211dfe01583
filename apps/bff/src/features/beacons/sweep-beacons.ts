import { lte } from 'drizzle-orm'
import { beacon } from '../../db/schema-beacons.ts'
import type { BeaconDeps } from './beacon-deps.ts'

const keptMs = 24 * 3_600_000

/** Deletes beacons a day after their end. */
export async function sweepBeacons({ clock, db }: Pick<BeaconDeps, 'clock' | 'db'>): Promise<void> {
  await db.delete(beacon).where(lte(beacon.expiresAt, new Date(clock.now() - keptMs)))
}
