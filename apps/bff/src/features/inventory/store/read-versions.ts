import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import type { StoredParent } from '../../../domain/inventory-rows.ts'
import { each } from './fold-versions.ts'

/** A version as the database tells it. */
export interface VersionRow {
  readonly kind: 'trust' | 'parent'
  readonly key: string
  readonly parentKey: string
  readonly revision: number
  readonly body: unknown
  readonly readAt: string
  /** Closed, and followed by no other. */
  readonly gone: boolean
}

export interface ChangesWanted {
  readonly owner: string
  readonly after: number
  readonly limit: number
  readonly snapshot?: number | undefined
  readonly parent?: string | undefined
}

/** Rows that hold in a snapshot, or now. */
export function holding(snapshot: number | undefined, alias = 'v'): SQL {
  const [from, until] = [sql.raw(`${alias}.from_scan`), sql.raw(`${alias}.until_scan`)]
  if (snapshot === undefined) return sql`${until} is null`
  return sql`${from} <= ${snapshot} and (${until} is null or ${until} > ${snapshot})`
}

/** What changed after a revision, in the order of revisions. Who begins is told nothing of what is gone. */
export async function readChanges(
  db: Database,
  { owner, after, limit, snapshot, parent }: ChangesWanted,
): Promise<VersionRow[]> {
  const wanted =
    snapshot !== undefined || after === 0
      ? holding(snapshot)
      : sql`(v.until_scan is null or not exists (select from inventory_version h where h.owner = v.owner
          and h.kind = v.kind and h.key = v.key and (h.until_scan is null or h.revision > v.revision)))`
  const within = parent === undefined ? sql`true` : sql`v.parent_key = ${parent}`
  const { rows } = await db.execute<StoredVersion>(sql`select ${versionColumns},
      ${snapshot === undefined ? sql`v.until_scan is not null` : sql`false`} as gone
    from inventory_version v where v.owner = ${owner} and v.revision > ${after} and ${wanted} and ${within}
    order by v.revision limit ${limit}`)
  return toVersions(rows)
}

export const versionColumns = sql`v.kind, v.key, v.parent_key, v.revision, v.body, v.read_at`

/** A row of these columns. */
export type StoredVersion = Omit<VersionRow, 'parentKey' | 'readAt' | 'revision'> & {
  readonly parent_key: string
  readonly read_at: string
  readonly revision: string
}

export function toVersions(rows: readonly StoredVersion[]): VersionRow[] {
  return rows.map(({ parent_key: parentKey, read_at: readAt, revision, ...row }) => ({
    ...row,
    parentKey,
    readAt,
    revision: Number(revision),
  }))
}

/** Parents as they stood in a snapshot, or stand now; those that are gone by now as they stood last. */
export async function readParentsAt(
  db: Database,
  owner: string,
  keys: readonly string[],
  snapshot: number | undefined,
): Promise<ReadonlyMap<string, StoredParent>> {
  if (keys.length === 0) return new Map()
  const { rows } = await db.execute<{ key: string; body: StoredParent }>(sql`select v.key, v.body
    from inventory_version v where v.owner = ${owner} and v.kind = 'parent' and ${holding(snapshot)}
      and v.key in (select ${each(keys)})`)
  return new Map(rows.map(({ key, body }) => [key, body]))
}
