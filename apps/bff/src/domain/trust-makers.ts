import { knownFact, type FindingPolicy, type FindingTrust } from '@trustwright/federation'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { activityEvent } from '../db/schema.ts'

type Made = Pick<FindingTrust, 'createdBy' | 'key'>

/**
 * The trusts with whoever made them by the portal, where a rule says who may. Azure does not tell it, and which groups somebody
 * is in is told to themselves alone: where a rule names an ID that never signed in here, which may be a group, its absence among
 * the makers says nothing, and nobody is judged.
 */
export async function withMakers<T extends Made>(
  db: Pick<Database, 'select' | 'selectDistinct' | 'selectDistinctOn'>,
  tenantId: string,
  trusts: readonly T[],
  policies: readonly FindingPolicy[],
): Promise<readonly T[]> {
  const lists = policies.flatMap(({ mayCreate }) =>
    mayCreate === undefined ? [] : [mayCreate.map((id) => id.toLowerCase())],
  )
  if (lists.length === 0) return trusts
  const [people, makers] = await Promise.all([
    readPeople(db, tenantId, [...new Set(lists.flat())]),
    readMakers(db, tenantId),
  ])
  return trusts.map((trust) => {
    const maker = makers.get(trust.key.toLowerCase())
    if (maker === undefined) return trust
    const isClear = lists.every((ids) => ids.includes(maker) || ids.every((id) => people.has(id)))
    return isClear ? { ...trust, createdBy: knownFact([maker]) } : trust
  })
}

/** Those of the IDs that are people: they did something here. */
async function readPeople(
  db: Pick<Database, 'selectDistinct'>,
  tenantId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { actorObjectId } = activityEvent
  const rows = await db
    .selectDistinct({ id: actorObjectId })
    .from(activityEvent)
    .where(and(eq(activityEvent.tenantId, tenantId), inArray(actorObjectId, [...ids])))
  return new Set(rows.map(({ id }) => id.toLowerCase()))
}

/** By the ID of the trust in small letters; the last one to make it counts. */
async function readMakers(
  db: Pick<Database, 'selectDistinctOn'>,
  tenantId: string,
): Promise<ReadonlyMap<string, string>> {
  const { actorObjectId, operation, outcome, sequence, targetKey } = activityEvent
  const rows = await db
    .selectDistinctOn([targetKey], { key: targetKey, id: actorObjectId })
    .from(activityEvent)
    .where(
      and(
        eq(activityEvent.tenantId, tenantId),
        inArray(operation, ['trust.create', 'trust.restore']),
        eq(outcome, 'succeeded'),
      ),
    )
    .orderBy(targetKey, desc(sequence))
  return new Map(rows.map(({ key, id }) => [key, id.toLowerCase()]))
}
