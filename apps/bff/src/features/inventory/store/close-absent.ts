import { sql } from 'drizzle-orm'
import type { HeldRun } from './commit-batch.ts'
import type { Transaction } from './fold-versions.ts'

/** Which lists the run read to their end. Nothing of another one is closed: what it left out may be there. */
export interface WholeLists {
  readonly applications: boolean
  readonly identities: boolean
}

/**
 * Closes the rows of parents that a complete list no longer has. Those that were listed and could not be read stay, and so
 * does everything in a subscription that could not be read.
 */
export async function closeAbsent(tx: Transaction, run: HeldRun, whole: WholeLists): Promise<void> {
  const kinds = [
    ...(whole.applications ? ['/applications/%'] : []),
    ...(whole.identities ? ['/subscriptions/%'] : []),
  ]
  for (const prefix of kinds) {
    await tx.execute(sql`update inventory_version v set until_scan = ${run.number},
        revision = nextval('inventory_revision')
      where v.owner = ${run.owner} and v.until_scan is null and v.parent_key like ${prefix}
        and not exists (select from inventory_parent_read p where p.owner = v.owner
          and p.parent_key = v.parent_key and p.last_read_scan = ${run.number})
        and not exists (select from inventory_unreadable u where u.scan_id = ${run.scanId}
          and (lower(u.scope) = v.parent_key
            or (u.kind = 'subscription' and starts_with(v.parent_key, lower(u.scope) || '/'))))`)
  }
}

/** What a snapshot changed against the finished one before it. A row that holds in one of the two alone was touched since. */
export async function countChanges(
  tx: Transaction,
  { owner, number }: HeldRun,
): Promise<{ added: number; removed: number; changed: number }> {
  const { rows } = await tx.execute<{ added: string; removed: string; changed: string }>(sql`
    with before as (select coalesce(max(number), 0) as number from inventory_scan
        where owner = ${owner} and state = 'finished' and number < ${number}),
      pairs as (select v.key, max(v.fingerprint) filter (where v.from_scan <= b.number) as old,
          max(v.fingerprint) filter (where v.until_scan is null) as new
        from inventory_version v cross join before b
        where v.owner = ${owner} and v.kind = 'trust' and (v.from_scan > b.number or v.until_scan > b.number)
        group by v.key)
    select count(*) filter (where old is null and new is not null) as added,
      count(*) filter (where old is not null and new is null) as removed,
      count(*) filter (where old <> new) as changed from pairs`)
  const [row] = rows
  return { added: Number(row?.added), removed: Number(row?.removed), changed: Number(row?.changed) }
}
