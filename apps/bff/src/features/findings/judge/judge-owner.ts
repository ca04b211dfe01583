import {
  findTrustFindings,
  type FindingInventory,
  type JudgedInventory,
  outsideNames,
  type OutsideNames,
} from '@trustwright/federation'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { findingRun } from '../../../db/schema-findings.ts'
import { readPolicySettings } from '../../../domain/policy-settings.ts'
import { withMakers } from '../../../domain/trust-makers.ts'
import { applyAcceptRules } from './apply-accept-rules.ts'
import type { JudgeOrder, OutsideCounts } from './judge-order.ts'
import { readOutsideFacts } from './read-outside-facts.ts'
import { storeFindings } from './store-findings.ts'
import { whileAlone } from './while-alone.ts'

export interface OwnerOrder extends Pick<JudgeOrder, 'tenantId' | 'cloud' | 'now'> {
  readonly owner: string
}

export interface JudgeParts {
  readonly readFacts: (
    db: Database,
    owner: string,
  ) => Promise<{
    readonly scan: number | null
    readonly inventory: Omit<FindingInventory, 'issuers' | 'repositories'>
  }>
  /** Sees to it that what can be known of these is in the database. */
  readonly askOutside: (names: OutsideNames) => Promise<OutsideCounts>
}

/** Judges an owner's newest inventory and stores what is wrong. One at a time for an owner, over all replicas. */
export async function judgeOwner(db: Database, order: OwnerOrder, parts: JudgeParts): Promise<void> {
  await whileAlone(db, `findings ${order.tenantId} ${order.owner}`, async () => {
    await begin(db, order)
    try {
      await judge(db, order, parts)
    } catch (error) {
      await end(db, order, { state: 'failed' })
      throw error
    }
  })
}

async function judge(db: Database, order: OwnerOrder, { readFacts, askOutside }: JudgeParts): Promise<void> {
  const { tenantId, owner, now } = order
  const { scan, inventory } = await readFacts(db, owner)
  const counts = await askOutside(outsideNames(inventory.trusts))
  const [outside, settings] = await Promise.all([
    readOutsideFacts(db, order),
    readPolicySettings(db, tenantId),
  ])
  const trusts = await withMakers(db, tenantId, inventory.trusts, settings.policies ?? [])
  const whole = { ...inventory, trusts, ...outside, cloud: order.cloud, tenantId }
  const report: JudgedInventory = findTrustFindings(whole, settings, now)
  await storeFindings(db, order, { report, scan, inventory })
  await applyAcceptRules(db, order, owner)
  await end(db, order, {
    state: 'finished',
    scan,
    trusts: inventory.trusts.length,
    parents: inventory.parents.length,
    notJudged: report.notJudged,
    ...counts,
  })
}

async function begin(db: Database, { tenantId, owner, now }: OwnerOrder): Promise<void> {
  const values = { state: 'running', startedAt: new Date(now), finishedAt: null } as const
  await db
    .insert(findingRun)
    .values({ tenantId, owner, ...values })
    .onConflictDoUpdate({ target: [findingRun.tenantId, findingRun.owner], set: values })
}

async function end(
  db: Database,
  { tenantId, owner, now }: OwnerOrder,
  values: Partial<typeof findingRun.$inferInsert>,
): Promise<void> {
  await db
    .update(findingRun)
    .set({ ...values, finishedAt: new Date(now) })
    .where(and(eq(findingRun.tenantId, tenantId), eq(findingRun.owner, owner)))
}
