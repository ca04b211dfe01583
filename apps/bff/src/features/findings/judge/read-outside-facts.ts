import {
  type FindingInventory,
  knownFact,
  type ProbeAnswer,
  type RepositoryFacts,
  unknownFact,
} from '@trustwright/federation'
import { and, eq, gt } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { findingFact } from '../../../db/schema-findings.ts'
import type { OwnerOrder } from './judge-owner.ts'

/** Older facts prove nothing any more. */
const keptMs = 30 * 86_400_000

/** What was seen of issuers and repositories, as the rules take it. */
export async function readOutsideFacts(
  db: Database,
  { tenantId, owner, now }: OwnerOrder,
): Promise<Pick<FindingInventory, 'issuers' | 'repositories'>> {
  const rows = await db
    .select()
    .from(findingFact)
    .where(
      and(
        eq(findingFact.tenantId, tenantId),
        eq(findingFact.owner, owner),
        gt(findingFact.readAt, new Date(Date.parse(now) - keptMs)),
      ),
    )
  return {
    issuers: rows
      .filter(({ kind }) => kind === 'issuer')
      .map(({ name, facts }) => ({
        issuer: name, // Written by this feature alone, in the shape that the rules take.
        probe: facts === null ? unknownFact('failed') : knownFact(facts as ProbeAnswer),
      })),
    repositories: rows
      .filter(({ kind }) => kind === 'repository')
      .map(({ name, facts }) => ({
        name,
        facts: facts === null ? unknownFact('failed') : knownFact(facts as RepositoryFacts),
      })),
  }
}
