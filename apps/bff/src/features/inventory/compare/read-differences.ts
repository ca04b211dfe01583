import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import type { StoredParent, StoredTrust } from '../../../domain/inventory-rows.ts'
import { holding } from '../store/read-versions.ts'

/** A row that two snapshots hold differently; null where one does not hold it. */
export interface Difference {
  readonly kind: 'trust' | 'parent'
  readonly key: string
  readonly parentKey: string
  readonly before: StoredTrust | StoredParent | null
  readonly after: StoredTrust | StoredParent | null
}

export interface DifferencesWanted {
  readonly owner: string
  readonly from: number
  readonly to: number
  /** Place of the last one that the reader has; empty for none. */
  readonly after: string
  readonly limit: number
}

/** Only rows that were touched in between are looked at: a row that holds in one snapshot alone is among them. */
function pairs({ owner, from, to }: Pick<DifferencesWanted, 'owner' | 'from' | 'to'>) {
  const [before, after] = [sql`(where from_scan <= ${from})`, sql`(where ${holding(to, 'v')})`]
  return sql`with pairs as (select kind, key, max(parent_key) as parent_key,
        (array_agg(body) filter ${before})[1] as before, (array_agg(body) filter ${after})[1] as after,
        max(fingerprint) filter ${before} as old, max(fingerprint) filter ${after} as new
      from inventory_version v where owner = ${owner}
        and ((from_scan > ${from} and from_scan <= ${to}) or (until_scan > ${from} and until_scan <= ${to}))
      group by kind, key),
    differing as (select * from pairs where old is distinct from new)`
}

/** Trusts come first: hundreds of identities whose last sign-in moved stand behind them. */
const place = sql`((case kind when 'trust' then '1' else '2' end) || ' ' || key) collate "C"`

export function placeOf({ kind, key }: Pick<Difference, 'kind' | 'key'>): string {
  return `${kind === 'trust' ? 1 : 2} ${key}`
}

export async function readDifferences(db: Database, wanted: DifferencesWanted): Promise<Difference[]> {
  const { rows } = await db.execute<{
    kind: 'trust' | 'parent'
    key: string
    parent_key: string
    before: Difference['before']
    after: Difference['after']
  }>(sql`${pairs(wanted)} select kind, key, parent_key, before, after from differing
    where ${place} > ${wanted.after} order by ${place} limit ${wanted.limit}`)
  return rows.map(({ parent_key: parentKey, ...row }) => ({ ...row, parentKey }))
}

/** How many trusts differ, and how. */
export async function countDifferences(
  db: Database,
  wanted: Pick<DifferencesWanted, 'owner' | 'from' | 'to'>,
): Promise<{ added: number; removed: number; changed: number }> {
  const { rows } = await db.execute<{ added: string; removed: string; changed: string }>(
    sql`${pairs(wanted)} select count(*) filter (where old is null) as added,
      count(*) filter (where new is null) as removed, count(*) filter (where old <> new) as changed
      from differing where kind = 'trust'`,
  )
  const [row] = rows
  return { added: Number(row?.added), removed: Number(row?.removed), changed: Number(row?.changed) }
}
