import {
  accessFactsOf,
  findingSeverities,
  indexTrusts,
  parseTrustQuery,
  placeFactsOf,
  searchTrusts,
  toTrustFacts,
  wordsOfTrust,
  type Cloud,
  type TrustFacts,
} from '@trustwright/federation'
import type { FindingSeverity, ReviewChoice } from '@trustwright/shared-schemas'
import { and, desc, eq } from 'drizzle-orm'
import { findingRun } from '../../../db/schema-findings.ts'
import { inventoryScan } from '../../../db/schema-inventory.ts'
import { readTrustPages, readTrustsOf, type KnownTrust } from '../../../domain/inventory-pages.ts'
import { personOwner, portalOwner } from '../../../domain/inventory-rows.ts'
import type { Caller } from '../../../ports.ts'
import type { ReviewDeps } from '../review-deps.ts'
import { worstOf } from './open-findings.ts'
import { identityNameOf, ownerIdsOf } from './parent-words.ts'
import { portionsOf } from './portions.ts'

/** Little of each, for there may be tens of thousands. */
export interface ChosenTrust {
  readonly key: string
  readonly severity: FindingSeverity | null
  readonly isOwnerless: boolean
}

export interface Chosen {
  readonly owner: string
  readonly scan: number | null
  readonly readAt: Date | null
  /** The findings are those of this run. */
  readonly isJudged: boolean
  /** Worst first. */
  readonly trusts: readonly ChosenTrust[]
  readonly problems: readonly string[]
}

type Deps = Pick<ReviewDeps, 'clock' | 'cloud' | 'db'>
interface Placed extends ChosenTrust {
  readonly parentKey: string
}

/** The trusts of an inventory that fit a query, as the trusts page finds them, or those that are named. */
export async function chooseTrusts(
  { clock, cloud, db }: Deps,
  caller: Caller,
  { keys, of, query: text }: ReviewChoice,
): Promise<Chosen> {
  const owner = of === 'portal' ? portalOwner : personOwner(caller)
  const now = new Date(clock.now())
  const [last, judged] = await Promise.all([
    finishedScan(db, owner),
    judgedScan(db, { tenantId: caller.tenantId, owner }),
  ])
  const { query, problems } = parseTrustQuery(keys === undefined ? text : '')
  const trusts: Placed[] = []
  const pages = keys === undefined ? readTrustPages(db, owner) : readPicked(db, owner, keys)
  for await (const page of pages) {
    const worst = await worstOf(db, { tenantId: caller.tenantId, owner, now }, keysOf(page))
    const all = page.map((trust) => ({
      trust,
      severity: worseOf(worst.get(trust.key), worst.get(trust.parentKey)),
    }))
    const rows = all.map(({ severity, trust }) => factsOf(trust, severity ?? 'none', cloud))
    const { found } = searchTrusts(indexTrusts(rows), query, now.toISOString())
    for (const at of found) {
      const one = all[at]
      if (one === undefined) continue
      const { key, parent, parentKey } = one.trust
      trusts.push({ key, parentKey, severity: one.severity, isOwnerless: ownerIdsOf(parent).length === 0 })
    }
  }
  return {
    owner,
    scan: last?.number ?? null,
    readAt: last?.finishedAt ?? null,
    isJudged: last !== undefined && judged === last.number,
    trusts: trusts.toSorted(byRisk),
    problems: problems.map(({ message }) => message),
  }
}

export function keysOf(page: readonly KnownTrust[]) {
  return {
    trustKeys: page.map(({ key }) => key),
    parentKeys: [...new Set(page.map(({ parentKey }) => parentKey))],
  }
}

async function* readPicked(
  db: Deps['db'],
  owner: string,
  keys: readonly string[],
): AsyncGenerator<readonly KnownTrust[]> {
  for (const some of portionsOf([...new Set(keys)])) yield await readTrustsOf(db, owner, some)
}

function factsOf(
  { key, lastUse, parent, parentKey, stored, storedParent }: KnownTrust,
  risk: FindingSeverity | 'none',
  cloud: Cloud,
): TrustFacts {
  const { audiences, description, expression, issuer, name, subject } = stored.credential
  const told = { key, name, issuer, subject, expression, audiences, description }
  return toTrustFacts(
    { ...told, words: wordsOfTrust(told, cloud) },
    {
      ...accessFactsOf(parent),
      ...placeFactsOf(storedParent, parentKey),
      identity: identityNameOf(parent, parentKey),
      identityId: parent?.resourceId ?? parentKey.replace(/^\/applications\//, ''),
      kind: parentKey.startsWith('/applications/') ? 'app' : 'mi',
      risk,
      lastUsed: lastUse.known ? (lastUse.value.state === 'used' ? lastUse.value.at : 'never') : null,
    },
  )
}

function worseOf(
  one: FindingSeverity | undefined,
  other: FindingSeverity | undefined,
): FindingSeverity | null {
  return findingSeverities.find((severity) => severity === one || severity === other) ?? null
}

/** Those of one identity stay together. */
function byRisk(one: Placed, other: Placed): number {
  return (
    placeOf(one) - placeOf(other) || compare(one.parentKey, other.parentKey) || compare(one.key, other.key)
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function placeOf({ severity }: ChosenTrust): number {
  return severity === null ? findingSeverities.length : findingSeverities.indexOf(severity)
}

async function finishedScan(db: Deps['db'], owner: string) {
  const [row] = await db
    .select({ number: inventoryScan.number, finishedAt: inventoryScan.finishedAt })
    .from(inventoryScan)
    .where(and(eq(inventoryScan.owner, owner), eq(inventoryScan.state, 'finished')))
    .orderBy(desc(inventoryScan.number))
    .limit(1)
  return row
}

/** Number of the run that the stored findings are about; null while they are made anew. */
async function judgedScan(
  db: Deps['db'],
  { owner, tenantId }: { readonly owner: string; readonly tenantId: string },
): Promise<number | null> {
  const [row] = await db
    .select({ scan: findingRun.scan, state: findingRun.state })
    .from(findingRun)
    .where(and(eq(findingRun.tenantId, tenantId), eq(findingRun.owner, owner)))
  return row?.state === 'finished' ? row.scan : null
}
