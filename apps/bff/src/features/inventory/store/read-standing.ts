import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import type { PastRow } from '../read-place.ts'
import { toVersions, versionColumns, type StoredVersion, type VersionRow } from './read-versions.ts'

interface StandingWanted {
  readonly owner: string
  /** The last row that the reader has; null at the beginning. */
  readonly past: PastRow | null
  readonly limit: number
  readonly parent?: string | undefined
}

/** What stands, each parent followed by its trusts: whoever begins knows at every row what its parent opens. */
export async function readStanding(
  db: Database,
  { owner, past, limit, parent }: StandingWanted,
): Promise<VersionRow[]> {
  // The first comparison is the index's, the second one the rest of the order.
  const later =
    past === null
      ? sql`true`
      : sql`v.parent_key >= ${past.parentKey} and (v.parent_key, v.kind, v.key) > (${past.parentKey}, ${past.kind}, ${past.key})`
  const within = parent === undefined ? sql`true` : sql`v.parent_key = ${parent}`
  const { rows } = await db.execute<StoredVersion>(sql`select ${versionColumns}, false as gone
    from inventory_version v where v.owner = ${owner} and v.until_scan is null and ${later} and ${within}
    order by v.parent_key, v.kind, v.key limit ${limit}`)
  return toVersions(rows)
}

/** Number of the last change that anybody can see; 0 where there is none. */
export async function lastRevision(db: Database, owner: string): Promise<number> {
  const { rows } = await db.execute<{ last: string | null }>(
    sql`select max(revision) as last from inventory_version where owner = ${owner}`,
  )
  return Number(rows[0]?.last ?? 0)
}
