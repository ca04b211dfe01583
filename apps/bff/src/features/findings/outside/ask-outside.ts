import type { OutsideNames } from '@trustwright/federation'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { findingFact } from '../../../db/schema-findings.ts'
import type { Issuers } from '../../../issuer-port.ts'
import type { Caller, Clock } from '../../../ports.ts'
import type { OutsideCounts } from '../judge/judge-order.ts'
import { type GithubAccess, lookUpRepositories } from './look-up-repositories.ts'
import { probeIssuers } from './probe-issuers.ts'

export interface OutsideDeps {
  readonly clock: Clock
  readonly db: Database
  readonly issuers: Issuers
  /** Null where the portal asks no GitHub. */
  readonly github: GithubAccess | null
}

export interface OutsideOrder {
  readonly tenantId: string
  readonly owner: string
  /** Null: nobody is signed in for it. */
  readonly caller: Caller | null
}

/** One fact that was asked for; null where no answer came. */
export interface SeenFact {
  readonly name: string
  readonly facts: Readonly<Record<string, unknown>> | null
}

const mostIssuers = 50
const mostRepositories = 300
/** What was seen so short a time ago is not asked for again. */
const freshMs = 20 * 3_600_000

/**
 * Asks the world outside of Azure about what an inventory names, longest unseen first and within limits for each run, and keeps
 * the answers for the rules. Throws for a database that is down alone.
 */
export async function askOutside(
  deps: OutsideDeps,
  order: OutsideOrder,
  names: OutsideNames,
): Promise<OutsideCounts> {
  const [issuers, repositories] = await Promise.all([
    dueOf(deps, order, 'issuer', names.issuers),
    dueOf(deps, order, 'repository', names.repositories),
  ])
  const [probed, looked] = await Promise.all([
    probeIssuers(deps, order, issuers.slice(0, mostIssuers)),
    lookUpRepositories(deps.github, order.caller, repositories.slice(0, mostRepositories)),
  ])
  await keep(deps, order, 'issuer', probed)
  await keep(deps, order, 'repository', looked.seen)
  return {
    issuersProbed: probed.length,
    issuersLeft: issuers.length - probed.length,
    repositoriesLookedUp: looked.seen.length,
    repositoriesLeft: repositories.length - looked.seen.length,
    githubBecause: looked.because,
  }
}

/** Those that are not fresh; those never seen first, then those seen longest ago. */
async function dueOf(
  { clock, db }: OutsideDeps,
  { tenantId, owner }: OutsideOrder,
  kind: 'issuer' | 'repository',
  names: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .select({ name: findingFact.name, readAt: findingFact.readAt })
    .from(findingFact)
    .where(and(eq(findingFact.tenantId, tenantId), eq(findingFact.owner, owner), eq(findingFact.kind, kind)))
  const seen = new Map(rows.map(({ name, readAt }) => [name, readAt.getTime()]))
  const ageOf = (name: string) => seen.get(name) ?? 0
  const border = clock.now() - freshMs
  return names.filter((name) => ageOf(name) < border).toSorted((a, b) => ageOf(a) - ageOf(b))
}

async function keep(
  { clock, db }: OutsideDeps,
  { tenantId, owner }: OutsideOrder,
  kind: 'issuer' | 'repository',
  seen: readonly SeenFact[],
): Promise<void> {
  if (seen.length === 0) return
  const readAt = new Date(clock.now())
  await db
    .insert(findingFact)
    .values(seen.map(({ name, facts }) => ({ tenantId, owner, kind, name, facts, readAt })))
    .onConflictDoUpdate({
      target: [findingFact.tenantId, findingFact.owner, findingFact.kind, findingFact.name],
      set: { facts: sql`excluded.facts`, readAt },
    })
}
