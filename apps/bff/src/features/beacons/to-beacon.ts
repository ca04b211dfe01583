import type { Beacon } from '@trustwright/shared-schemas'
import type { beacon } from '../../db/schema-beacons.ts'

/** So many refused tokens end a beacon: whoever posts them does not have the right one. */
export const mostRefusals = 20

export type BeaconRow = typeof beacon.$inferSelect

/** A beacon as its owner sees it: never the address. */
export function toBeacon(row: BeaconRow, now: number): Beacon {
  const { lastRefusal, lastRefusalAt } = row
  return {
    beaconId: row.beaconId,
    trust: { parent: row.parent, trustName: row.trustName },
    fingerprint: row.fingerprint,
    audience: row.audience,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state: stateOf(row, now),
    heardAt: row.heardAt?.toISOString() ?? null,
    differences: [...(row.differences ?? [])],
    lastRefusal:
      lastRefusal === null || lastRefusalAt === null
        ? null
        : { at: lastRefusalAt.toISOString(), reason: lastRefusal },
    refusals: row.refusals,
  }
}

function stateOf({ heardAt, differences, expiresAt, refusals }: BeaconRow, now: number): Beacon['state'] {
  if (heardAt !== null) return (differences?.length ?? 0) === 0 ? 'matched' : 'differs'
  return refusals >= mostRefusals || expiresAt.getTime() <= now ? 'expired' : 'waiting'
}
