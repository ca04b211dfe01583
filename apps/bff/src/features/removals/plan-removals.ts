import { createHash } from 'node:crypto'
import type { Removal, RemovalChoice, RemovalPlan } from '@trustwright/shared-schemas'
import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryScan } from '../../db/schema-inventory.ts'
import { demandAdministrator } from '../../domain/administrators.ts'
import { estimateSeconds } from '../../domain/estimate.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import type { FixOrder } from '../../domain/fix-runs.ts'
import { readTrustsOf, type KnownTrust } from '../../domain/inventory-pages.ts'
import { personOwner, portalOwner } from '../../domain/inventory-rows.ts'
import type { SetUpPace } from '../../domain/write-pace.ts'
import type { Caller } from '../../ports.ts'

export interface RemovalDeps {
  readonly db: Database
  readonly pace: SetUpPace
}

interface Planned {
  readonly plan: RemovalPlan
  readonly orders: readonly FixOrder[]
}

const keysAtOnce = 500

/** What deleting these trusts comes to, by the newest inventory. Throws ADMINISTRATOR_REQUIRED for the portal's. */
export async function planRemovals(
  { db, pace }: RemovalDeps,
  caller: Caller,
  { keys, of }: RemovalChoice,
): Promise<Planned> {
  if (of === 'portal') demandAdministrator(caller)
  const owner = of === 'portal' ? portalOwner : personOwner(caller)
  const wanted = [...new Set(keys)]
  const [known, readAt] = await Promise.all([readAll(db, owner, wanted), readTime(db, owner)])
  const left: RemovalPlan['left'] = []
  const removable: KnownTrust[] = []
  for (const key of wanted) {
    const trust = known.get(key)
    if (trust === undefined) left.push({ key, why: 'It is not stored any more, as far as the portal read.' })
    else if (trust.parent?.isAksManaged.known === true && trust.parent.isAksManaged.value)
      left.push({ key, why: 'AKS made its identity for itself, and puts back what is deleted there.' })
    else removable.push(trust)
  }
  const steps = Map.groupBy(removable, ({ parentKey }) => parentKey)
  const items = removable.map(itemOf)
  return {
    plan: {
      digest: createHash('sha256').update(JSON.stringify(items)).digest('hex'),
      items,
      left,
      readAt: readAt?.toISOString() ?? null,
      seconds: estimateSeconds(new Map([...steps].map(([key, all]) => [key, all.length])), pace),
    },
    orders: removable.map(orderOf),
  }
}

async function readAll(
  db: Database,
  owner: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownTrust>> {
  const found = new Map<string, KnownTrust>()
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- one portion at a time keeps the database free for others
    for (const trust of await readTrustsOf(db, owner, keys.slice(at, at + keysAtOnce)))
      found.set(trust.key, trust)
  }
  return found
}

function valuesOf({ stored: { credential } }: KnownTrust): Removal['before'] {
  const { audiences, expression, issuer, subject } = credential
  return { issuer, subject, expression: expression ?? null, audiences: [...audiences] }
}

function itemOf(trust: KnownTrust): Removal {
  const { key, parent, parentKey, stored } = trust
  return {
    key,
    parent: stored.parent,
    parentName: parent?.displayName ?? parentKey.split('/').at(-1) ?? parentKey,
    name: stored.credential.name,
    before: valuesOf(trust),
  }
}

function orderOf(trust: KnownTrust): FixOrder {
  const { credential, parent } = trust.stored
  return {
    parent,
    name: credential.name,
    action: 'delete',
    fingerprint: fingerprintOf(credential),
    before: valuesOf(trust),
    after: null,
    newName: null,
  }
}

async function readTime(db: Database, owner: string): Promise<Date | null> {
  const { finishedAt, number, state } = inventoryScan
  const [newest] = await db
    .select({ finishedAt })
    .from(inventoryScan)
    .where(and(eq(inventoryScan.owner, owner), eq(state, 'finished')))
    .orderBy(desc(number))
    .limit(1)
  return newest?.finishedAt ?? null
}
